package io.github.hybridnet.survival;

import io.github.hybridnet.console.RecordedLines;
import io.github.hybridnet.text.UserException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs goals while one of their reads is answered in a way that says nothing. Nothing may be
 * written or removed on such an answer, and the goal ends in success or in one clear error.
 */
final class HostileAnswers {
  private final Rig rig;
  private final Tally tally = new Tally();
  private final List<String> failures = new ArrayList<>();
  private int machines;

  /**
   * What is done in which state.
   *
   * @param snapshot the state before
   * @param theirs ids of what belongs to others and has to stand afterwards
   */
  record Situation(String snapshot, Job job, List<String> theirs) {}

  private record Case(Situation situation, String read, HostileAnswer answer, Set<String> before) {
    @Override
    public String toString() {
      return situation.job().goals() + ": " + answer + " to " + read;
    }
  }

  HostileAnswers(Rig rig) {
    this.rig = rig;
  }

  /** Tries some of all reads of a situation, each with some of all answers. */
  void run(Situation situation, int most, Random random) throws InterruptedException {
    List<String> honest = new ArrayList<>(log(situation));
    List<Case> cases = new ArrayList<>();
    for (String read : new LinkedHashSet<>(honest)) {
      if (isDecisive(read)) {
        Set<String> before = new LinkedHashSet<>(honest.subList(0, honest.indexOf(read)));
        for (HostileAnswer answer : HostileAnswer.values()) {
          cases.add(new Case(situation, read, answer, before));
        }
      }
    }
    for (Case one : Scenario.sample(cases, most, random)) {
      attempt(one);
    }
  }

  /** Operations have the resource as a second witness; an unknown key is compared with nothing. */
  private static boolean isDecisive(String key) {
    return !HostileClient.isWrite(key)
        && !key.contains("/operation")
        && !key.endsWith("/sharedkey");
  }

  private List<String> log(Situation situation) throws InterruptedException {
    rig.admin().restore(situation.snapshot());
    AtomicReference<HostileClient> client = new AtomicReference<>();
    goals(situation, client, "", HostileAnswer.EMPTY).run();
    return client.get().log();
  }

  private void attempt(Case one) throws InterruptedException {
    rig.admin().restore(one.situation().snapshot());
    AtomicReference<HostileClient> client = new AtomicReference<>();
    try {
      goals(one.situation(), client, one.read(), one.answer()).run();
      tally.count("borne");
    } catch (UserException told) {
      tally.count("reported");
    } catch (RuntimeException unclear) {
      failures.add(one + ": " + unclear);
    }
    judge(one, client.get());
  }

  private void judge(Case one, HostileClient client) {
    tally.count("tried");
    List<String> unfounded = new ArrayList<>(client.unfounded());
    unfounded.removeAll(one.before());
    unfounded.removeIf(write -> !needsAnswer(one, write) || isIndependent(one, write));
    for (String id : one.situation().theirs()) {
      if (rig.get(id).has("error")) {
        unfounded.add("removed " + id);
      }
    }
    tally.add("writes or removals without evidence", unfounded.size());
    if (!unfounded.isEmpty()) {
      failures.add(one + ": " + unfounded);
    }
  }

  /**
   * Whether it has to be known who may do that, and what locks it. Before other writes it is a
   * warning that this is not known.
   */
  private static boolean needsAnswer(Case one, String write) {
    if (one.read().endsWith("/locations")) {
      // Read for the zones of new addresses alone.
      return write.contains("/publicipaddresses/");
    }
    if (one.read().endsWith("/tags/default") && write.endsWith("/tags/default")) {
      // A drill that cannot read tags takes its own marker away, by name and value.
      return false;
    }
    return !one.read().contains("/microsoft.authorization/")
        || one.situation().job().goals().contains(Job.Goal.TEST_FAILOVER)
        || write.startsWith("DELETE ")
        || write.matches("PUT .*/expressroutecircuits/[^/]+");
  }

  /**
   * Once a plan is carried out, a read decides on the resource that it reads. Work on other
   * resources goes on beside it.
   */
  private static boolean isIndependent(Case one, String write) {
    boolean planning = one.before().stream().noneMatch(HostileClient::isWrite);
    String read = path(one.read());
    String written = path(write);
    return !planning
        && !write.startsWith("DELETE ")
        && !(read + "/").startsWith(written + "/")
        && !(written + "/").startsWith(read + "/");
  }

  private static String path(String key) {
    return key.substring(key.indexOf(' ') + 1).replaceAll("\\?.*", "");
  }

  private Goals goals(
      Situation situation,
      AtomicReference<HostileClient> client,
      String read,
      HostileAnswer answer) {
    Job job = situation.job().on(situation.job().machine() + "-hostile-" + ++machines);
    return new Goals(
        job,
        new RecordedLines(),
        (access, time) ->
            new HostileCloud(
                access,
                time,
                honest -> {
                  client.set(new HostileClient(honest, read, answer));
                  return client.get();
                }));
  }

  /** The figures, and each case that went wrong. */
  Report report() {
    int tried = tally.of("tried");
    return new Report(tally.line("HOSTILE ANSWERS"), tried, tried, failures);
  }
}
