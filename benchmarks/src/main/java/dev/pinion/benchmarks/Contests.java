package dev.pinion.benchmarks;

import dev.pinion.benchmarks.client.Peer;
import dev.pinion.benchmarks.client.QueryClient;
import dev.pinion.benchmarks.contest.Contender;
import dev.pinion.benchmarks.contest.Contest;
import dev.pinion.benchmarks.contest.Outcome;
import dev.pinion.benchmarks.contest.Workload;
import dev.pinion.benchmarks.load.Strands;
import dev.pinion.benchmarks.session.SessionClient;
import dev.pinion.benchmarks.session.SessionPeer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Opens the clients of a contest, runs its workloads, and closes the clients. */
final class Contests {

  /** Of each client, as many as this project's kind of machine has cores; more make blocking clients slower there. */
  static final int CONNECTIONS = 2;

  private final Run run;

  Contests(Run run) {
    this.run = run;
  }

  List<Outcome> queries(List<Workload<QueryClient>> workloads, Set<Peer> peers)
      throws SQLException, InterruptedException {
    List<Contender<QueryClient>> contenders = new ArrayList<>();
    try {
      for (Peer peer : peers) {
        if (peer.isAvailable() && !workloads.isEmpty()) {
          contenders.add(new Contender<>(peer.label(), peer.open(run.file(), run.vertx(), CONNECTIONS)));
        }
      }
      return outcomes(workloads, contenders);
    } finally {
      contenders.forEach(contender -> contender.client().close());
    }
  }

  List<Outcome> sessions(List<Workload<SessionClient>> workloads, Set<SessionPeer> peers)
      throws InterruptedException {
    List<Contender<SessionClient>> contenders = new ArrayList<>();
    try {
      for (SessionPeer peer : peers) {
        if (!workloads.isEmpty()) {
          contenders.add(new Contender<>(peer.label(), peer.open(run.file(), run.vertx(), CONNECTIONS)));
        }
      }
      return outcomes(workloads, contenders);
    } finally {
      contenders.forEach(contender -> contender.client().close());
    }
  }

  private <C extends Strands> List<Outcome> outcomes(List<Workload<C>> workloads, List<Contender<C>> contenders)
      throws InterruptedException {
    Contest<C> contest = new Contest<>(run.vertx(), run.limits(), contenders);
    List<Outcome> outcomes = new ArrayList<>();
    for (Workload<C> workload : workloads) {
      System.err.println(workload.name());
      outcomes.add(contest.run(workload));
    }
    return outcomes;
  }
}
