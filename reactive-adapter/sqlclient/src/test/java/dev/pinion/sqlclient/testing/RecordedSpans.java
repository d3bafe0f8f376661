package dev.pinion.sqlclient.testing;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.spi.tracing.SpanKind;
import io.vertx.core.spi.tracing.TagExtractor;
import io.vertx.core.spi.tracing.VertxTracer;
import io.vertx.core.tracing.TracingPolicy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Keeps the spans that Vert.x asks its tracer for. */
public final class RecordedSpans implements VertxTracer<Object, RecordedSpans.Span> {

  /** A span; ended once it has an outcome, which is the failure or null. */
  public static final class Span {

    public final Map<String, String> tags;
    public final TracingPolicy policy;
    public volatile boolean ended;
    public volatile Throwable failure;

    private Span(Map<String, String> tags, TracingPolicy policy) {
      this.tags = tags;
      this.policy = policy;
    }
  }

  public final List<Span> spans = new CopyOnWriteArrayList<>();

  public Vertx vertx() {
    return Vertx.builder().withTracer(options -> this).build();
  }

  public List<String> statements() {
    return spans.stream().map(span -> span.tags.get("db.statement")).toList();
  }

  @Override
  public <R> Span sendRequest(Context context, SpanKind kind, TracingPolicy policy, R request, String operation,
      BiConsumer<String, String> headers, TagExtractor<R> tagExtractor) {
    Span span = new Span(tagExtractor.extract(request), policy);
    spans.add(span);
    return span;
  }

  @Override
  public <R> void receiveResponse(
      Context context, R response, Span span, Throwable failure, TagExtractor<R> tagExtractor) {
    if (span.ended) {
      throw new IllegalStateException("A span ended twice: " + span.tags);
    }
    span.failure = failure;
    span.ended = true;
  }
}
