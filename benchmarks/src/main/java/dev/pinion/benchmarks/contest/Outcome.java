package dev.pinion.benchmarks.contest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** All rounds of one workload; written and read by one thread. */
public final class Outcome {

  private final Workload<?> workload;
  private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

  Outcome(Workload<?> workload) {
    this.workload = workload;
  }

  void add(String label, Sample sample) {
    samples.computeIfAbsent(label, name -> new ArrayList<>()).add(sample);
  }

  /**
   * What was measured.
   *
   * @return the workload
   */
  public Workload<?> workload() {
    return workload;
  }

  /**
   * Who took part.
   *
   * @return the names of the clients, in their order
   */
  public Set<String> labels() {
    return samples.keySet();
  }

  /**
   * A figure of one client.
   *
   * @param label the client
   * @param figure what is asked of a sample
   * @return its spread over the rounds
   */
  public Spread of(String label, ToDoubleFunction<Sample> figure) {
    return Spread.of(samples.get(label).stream().mapToDouble(figure));
  }

  /**
   * A figure of two clients, each time of the same round.
   *
   * @param one a client
   * @param other another
   * @param figure what is asked of their samples
   * @return its spread over the rounds
   */
  public Spread of(String one, String other, ToDoubleBiFunction<Sample, Sample> figure) {
    List<Sample> ones = samples.get(one);
    List<Sample> others = samples.get(other);
    return Spread.of(IntStream.range(0, ones.size())
        .mapToDouble(round -> figure.applyAsDouble(ones.get(round), others.get(round))));
  }

  /**
   * What has failed of one client.
   *
   * @param label the client
   * @return how many operations of all rounds
   */
  public long failed(String label) {
    return samples.get(label).stream().mapToLong(sample -> sample.slice().failed()).sum();
  }

  /**
   * Why something has failed.
   *
   * @param label the client
   * @return its first failure's message, or null
   */
  public String failure(String label) {
    return samples.get(label).stream()
        .filter(sample -> sample.slice().failure() != null)
        .map(sample -> sample.slice().failure().toString())
        .findFirst().orElse(null);
  }
}
