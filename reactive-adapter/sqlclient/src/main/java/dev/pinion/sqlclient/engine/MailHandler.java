package dev.pinion.sqlclient.engine;

import dev.pinion.sqlclient.SqliteConnectOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/** Has the connection do what a mail says, alone or together with those behind it; owned by one worker thread. */
final class MailHandler {

  /** The worker that handles the mails. */
  interface Owner {

    /** A command is about to run. */
    void begins(Mail<?> mail);

    /** A command has come out, and with it a commit or not. */
    void finished(Outcome outcome, boolean committed, MailSource source);

    /** The connection cannot be gone on with. */
    void lost(Throwable cause);

    /** What has come out before must be told now, since what comes next may take its time. */
    void flush();

    /** Waits until something comes, or a while. */
    void rest(long nanos);
  }

  private final Session session;
  private final Owner owner;
  private final int maxGroup;
  private final long delayNanos;
  private final List<Mail<?>> underWay = new ArrayList<>();
  private final Queue<Mail<?>> again = new ArrayDeque<>();
  private MailSource source;
  private boolean lost;

  MailHandler(Session session, SqliteConnectOptions options, Owner owner) {
    this.session = session;
    this.owner = owner;
    this.maxGroup = options.getGroupCommitSize();
    this.delayNanos = TimeUnit.MICROSECONDS.toNanos(options.getGroupCommitDelay());
  }

  /** Handles a mail that was taken from its source, and maybe some more from there. */
  void handle(Mail<?> mail, MailSource from) {
    source = from;
    begin(mail);
    try {
      if (session.isQuick(mail.command())) {
        handleAlone(mail);
        return;
      }
      owner.flush();
      if (maxGroup > 1 && session.mayShareCommit(mail.command()) && isFollowed()) {
        handleTogether(mail);
      } else {
        handleAlone(mail);
      }
    } catch (Throwable e) {
      lose(e);
    }
  }

  /** What ran when the connection was lost. */
  List<Mail<?>> underWay() {
    return underWay;
  }

  /** What was to run again when the connection was lost. */
  Queue<Mail<?>> toRunAgain() {
    return again;
  }

  private boolean isFollowed() {
    if (delayNanos > 0) {
      long deadline = System.nanoTime() + delayNanos;
      for (long left = delayNanos; left > 0; left = deadline - System.nanoTime()) {
        owner.rest(left);
      }
    }
    return source.peek() != null;
  }

  private void handleTogether(Mail<?> first) {
    SharedCommit commit = new SharedCommit(session, maxGroup, this::begin);
    commit.run(first, source);
    if (commit.outcomes().isEmpty()) {
      handleAlone(first);
      return;
    }
    underWay.clear();
    if (commit.isDone()) {
      boolean committed = session.takeCommitted();
      commit.outcomes().forEach(outcome -> owner.finished(outcome, committed, source));
    } else {
      handleAgain(commit.outcomes());
    }
  }

  private void handleAgain(List<Outcome> outcomes) {
    outcomes.forEach(outcome -> again.add(outcome.mail()));
    for (Outcome outcome : outcomes) {
      if (lost) {
        return;
      }
      again.remove();
      if (SharedCommit.isFinal(outcome)) {
        finish(outcome);
      } else {
        begin(outcome.mail());
        handleAlone(outcome.mail());
      }
    }
  }

  private void handleAlone(Mail<?> mail) {
    session.interruption().begin(mail);
    Outcome outcome;
    try {
      session.interruption().check(null);
      session.health().checkBefore();
      outcome = new Outcome(mail, mail.command().run(session), null);
    } catch (Throwable e) {
      if (session.health().isLostTo(e, mail.command())) {
        lose(e);
        return;
      }
      outcome = new Outcome(mail, null, e);
    }
    session.interruption().end();
    underWay.clear();
    finish(outcome);
  }

  private void begin(Mail<?> mail) {
    underWay.add(mail);
    owner.begins(mail);
  }

  private void finish(Outcome outcome) {
    owner.finished(outcome, session.takeCommitted(), source);
  }

  private void lose(Throwable cause) {
    lost = true;
    for (int taken = underWay.size() + again.size(); taken > 0; taken--) {
      source.done();
    }
    owner.lost(cause);
  }
}
