package dev.pinion.benchmarks;

import dev.pinion.benchmarks.client.SampleFile;
import dev.pinion.benchmarks.contest.Limits;
import dev.pinion.benchmarks.contest.Workload;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Locale;

/**
 * What all sections of a run share.
 *
 * @param vertx whose event loops are used
 * @param file the database
 * @param limits how long everything takes
 * @param slowMillis how long the slow statement of the detector takes
 * @param filter what is run: workloads and sections whose name has this in it
 */
record Run(Vertx vertx, SampleFile file, Limits limits, int slowMillis, String filter) {

  boolean has(String name) {
    return name.toLowerCase(Locale.ROOT).contains(filter.toLowerCase(Locale.ROOT));
  }

  <C> List<Workload<C>> selected(List<Workload<C>> workloads) {
    return workloads.stream().filter(workload -> has(workload.name())).toList();
  }
}
