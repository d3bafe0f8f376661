package dev.pinion.benchmarks;

import dev.pinion.benchmarks.client.Peer;
import dev.pinion.benchmarks.client.Query;
import dev.pinion.benchmarks.client.QueryClient;
import dev.pinion.benchmarks.client.SampleFile;
import dev.pinion.benchmarks.contest.Bar;
import dev.pinion.benchmarks.contest.Workload;
import dev.pinion.benchmarks.load.Operation;
import dev.pinion.benchmarks.session.SessionClient;
import dev.pinion.benchmarks.session.SessionPeer;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** What is measured, and what is to be reached. */
final class Workloads {

  private static final String PINION = Peer.PINION.label();
  private static final String GROUPED = Peer.PINION_GROUPED.label();
  private static final String LOOP = Peer.LOOP.label();
  private static final String VERTX_JDBC = Peer.VERTX_JDBC.label();

  private static final String PINION_SESSIONS = SessionPeer.PINION.label();
  private static final String VERTX_JDBC_SESSIONS = SessionPeer.VERTX_JDBC.label();

  private static final int SMALL_BATCH = 1_000;
  private static final int LARGE_BATCH = 100_000;
  private static final int ENTITIES = 100;

  private Workloads() {
  }

  static List<Workload<QueryClient>> reads() {
    return List.of(
        point(1, Bar.latency(PINION, 0.25, VERTX_JDBC), Bar.latencyAbove(PINION, 25, LOOP)),
        point(16),
        point(64, Bar.throughput(PINION, 10, VERTX_JDBC), Bar.throughput(PINION, 1.3, LOOP),
            Bar.allocation(PINION, 0.5, VERTX_JDBC)),
        point(256),
        Workload.of("1,000-row SELECT", 1, client -> () -> client.query(Query.ROWS, SMALL_BATCH),
            Bar.throughput(PINION, 0.9, LOOP)));
  }

  private static Workload<QueryClient> point(int inFlight, Bar... bars) {
    return Workload.of("point SELECT, " + inFlight + " in flight", inFlight, Workloads::point, bars);
  }

  private static Operation point(QueryClient client) {
    return () -> client.query(Query.POINT, anyItem());
  }

  static List<Workload<QueryClient>> writes() {
    return List.of(
        insert(1),
        insert(16),
        insert(64, Bar.throughput(PINION, 15, VERTX_JDBC), Bar.throughput(PINION, 10, LOOP)),
        insert(256),
        Workload.of("transaction of 10 INSERTs, 1 in flight", 1, client -> () -> client.transaction(10)),
        Workload.of("transaction of 10 INSERTs, 10 in flight", 10, client -> () -> client.transaction(10),
            Bar.throughput(PINION, 4, VERTX_JDBC), Bar.throughput(GROUPED, 10, VERTX_JDBC)),
        Workload.of("batch of 1,000 INSERTs", 1, client -> () -> client.batch(SMALL_BATCH)),
        Workload.of("batch of 100,000 INSERTs", 1, client -> () -> client.batch(LARGE_BATCH),
            Bar.throughput(PINION, 0.9, LOOP)),
        Workload.of("90 % point SELECT, 10 % INSERT, 64 in flight", 64, Workloads::mixed),
        Workload.of("90 % point SELECT, 10 % INSERT, 256 in flight", 256, Workloads::mixed, Bar.stall(PINION, 20))
            .watchingLoops());
  }

  private static Workload<QueryClient> insert(int inFlight, Bar... bars) {
    return Workload.of("INSERT, " + inFlight + " in flight", inFlight, client -> client::insert, bars);
  }

  private static Operation mixed(QueryClient client) {
    return () -> ThreadLocalRandom.current().nextInt(10) == 0
        ? client.insert() : client.query(Query.POINT, anyItem());
  }

  static List<Workload<SessionClient>> readingSessions() {
    Bar[] bars = {Bar.throughput(PINION_SESSIONS, 3, VERTX_JDBC_SESSIONS), Bar.throughput(PINION_SESSIONS, 1,
        SessionPeer.BLOCKING.label())};
    return List.of(
        find(1),
        find(64, bars),
        Workload.of("query of 100 entities, 64 in flight", 64,
            client -> () -> client.query(anyItem() % (SampleFile.ITEMS - ENTITIES) + 1, ENTITIES), bars));
  }

  static List<Workload<SessionClient>> writingSessions() {
    return List.of(
        Workload.of("persist in a transaction, 64 in flight", 64, client -> client::persist,
            Bar.throughput(PINION_SESSIONS, 3, VERTX_JDBC_SESSIONS),
            Bar.throughput(SessionPeer.PINION_GROUPED.label(), 8, VERTX_JDBC_SESSIONS)));
  }

  private static Workload<SessionClient> find(int inFlight, Bar... bars) {
    return Workload.of("find, " + inFlight + " in flight", inFlight, client -> () -> client.find(anyItem()), bars);
  }

  /** Those that rapsqlite publishes; each operation is the whole workload. */
  static List<Workload<QueryClient>> rapsqlite() {
    return List.of(
        Workload.of("1,000 sequential queries", 1, client -> scan(client).times(1_000)),
        Workload.of("batch of 1,000 rows", 1, client -> () -> client.batch(SMALL_BATCH)),
        Workload.of("10 workers × 100 queries", 1, client -> scan(client).times(100).atOnce(10)),
        Workload.of("100 transactions × 10 inserts", 1, client -> transaction(client).times(100)));
  }

  private static Operation scan(QueryClient client) {
    return () -> client.query(Query.SCAN, 50);
  }

  private static Operation transaction(QueryClient client) {
    return () -> client.transaction(10);
  }

  private static int anyItem() {
    return ThreadLocalRandom.current().nextInt(SampleFile.ITEMS) + 1;
  }
}
