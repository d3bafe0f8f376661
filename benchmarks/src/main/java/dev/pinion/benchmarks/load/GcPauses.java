package dev.pinion.benchmarks.load;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/** The pauses of the garbage collector, as the JVM tells of them, to a millisecond. */
final class GcPauses implements AutoCloseable {

  private final long jvmStartedAt = System.nanoTime()
      - TimeUnit.MILLISECONDS.toNanos(ManagementFactory.getRuntimeMXBean().getUptime());
  private final Queue<Interval> pauses = new ConcurrentLinkedQueue<>();
  private final NotificationListener listener = this::notified;

  GcPauses() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector).addNotificationListener(listener, null, null);
    }
  }

  private void notified(Notification notification, Object handback) {
    if (notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
      GcInfo gc = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData()).getGcInfo();
      long from = jvmStartedAt + TimeUnit.MILLISECONDS.toNanos(gc.getStartTime());
      pauses.add(new Interval(from, from + TimeUnit.MILLISECONDS.toNanos(gc.getDuration())));
    }
  }

  long longestNanos() {
    return pauses.stream().mapToLong(Interval::nanos).max().orElse(0);
  }

  /** What is left of an interval when the pauses in it are taken off. */
  long nanosOutside(Interval interval) {
    return interval.nanos() - pauses.stream().mapToLong(interval::overlap).sum();
  }

  @Override
  public void close() {
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      try {
        ((NotificationEmitter) collector).removeNotificationListener(listener);
      } catch (ListenerNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
