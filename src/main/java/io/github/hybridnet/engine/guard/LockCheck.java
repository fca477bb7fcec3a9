package io.github.hybridnet.engine.guard;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.Glance;
import io.github.hybridnet.engine.Glance.Sight;
import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a management lock is in the way, of a removal also one on a part of what is removed. */
final class LockCheck implements Check {
  private final ChangeQuestions questions;
  private final Duration within;

  LockCheck(ChangeQuestions questions, Duration within) {
    this.questions = questions;
    this.within = within;
  }

  @Override
  public List<Objection> objections(Undertaking work) throws InterruptedException {
    Set<ManagementLock> locks = new LinkedHashSet<>();
    List<Objection> objections = new ArrayList<>();
    Map<ResourceKey, Sight<List<ManagementLock>>> seen =
        Glance.at(work.needs().scopes(), questions::locks, within);
    seen.forEach(
        (scope, sight) -> {
          CloudException failure = sight.failure();
          List<ManagementLock> found = sight.value();
          if (failure != null) {
            objections.add(unanswered(scope, failure));
          } else if (found != null) {
            locks.addAll(found);
          }
        });
    Map<ManagementLock, Set<String>> blocking = blocking(work.needs(), locks);
    if (!blocking.isEmpty()) {
      objections.add(0, refused(blocking));
    }
    return objections;
  }

  private static Map<ManagementLock, Set<String>> blocking(Needs needs, Set<ManagementLock> locks) {
    Map<ManagementLock, Set<String>> blocking = new LinkedHashMap<>();
    for (ManagementLock lock : locks) {
      needs.removed().stream()
          .filter(lock::forbidsRemoving)
          .forEach(key -> add(blocking, lock, "removing the " + key));
      needs.written().stream()
          .filter(lock::forbidsWriting)
          .forEach(key -> add(blocking, lock, "writing the " + key));
    }
    return blocking;
  }

  private static void add(
      Map<ManagementLock, Set<String>> blocking, ManagementLock lock, String what) {
    blocking.computeIfAbsent(lock, any -> new LinkedHashSet<>()).add(what);
  }

  private static Objection refused(Map<ManagementLock, Set<String>> blocking) {
    List<String> told = new ArrayList<>();
    blocking.forEach(
        (lock, what) -> told.add("The lock " + lock + " forbids " + String.join(", ", what) + "."));
    List<String> ids = blocking.keySet().stream().map(ManagementLock::id).toList();
    return new Objection(
        Question.LOCKS,
        Objection.Kind.REFUSED,
        String.join(" ", told),
        "have them removed for this work: az lock delete --ids " + String.join(" ", ids));
  }

  private static Objection unanswered(ResourceKey scope, CloudException failure) {
    return Objection.unanswered(
        Question.LOCKS,
        "The locks of the " + scope,
        failure,
        "give this identity Microsoft.Authorization/locks/read there, as the role Reader has it");
  }
}
