package io.github.hybridnet.engine.guard;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ManagementLock;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.ParallelReader;
import io.github.hybridnet.engine.ParallelReader.ReadResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether a management lock is in the way, of a removal also one on a part of what is removed. */
final class LockCheck implements GuardCheck {
  private final ChangeGuardClient questions;
  private final Duration within;

  LockCheck(ChangeGuardClient questions, Duration within) {
    this.questions = questions;
    this.within = within;
  }

  @Override
  public List<GuardObjection> objections(GuardedWork work) throws InterruptedException {
    Set<ManagementLock> locks = new LinkedHashSet<>();
    List<GuardObjection> objections = new ArrayList<>();
    Map<ResourceKey, ReadResult<List<ManagementLock>>> seen =
        ParallelReader.at(work.needs().scopes(), questions::locks, within);
    seen.forEach(
        (scope, readResult) -> {
          CloudException failure = readResult.failure();
          List<ManagementLock> found = readResult.value();
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

  private static Map<ManagementLock, Set<String>> blocking(
      RequiredAccess requiredAccess, Set<ManagementLock> locks) {
    Map<ManagementLock, Set<String>> blocking = new LinkedHashMap<>();
    for (ManagementLock lock : locks) {
      requiredAccess.removed().stream()
          .filter(lock::forbidsRemoving)
          .forEach(key -> add(blocking, lock, "removing the " + key.quoted()));
      requiredAccess.written().stream()
          .filter(lock::forbidsWriting)
          .forEach(key -> add(blocking, lock, "writing the " + key.quoted()));
    }
    return blocking;
  }

  private static void add(
      Map<ManagementLock, Set<String>> blocking, ManagementLock lock, String what) {
    blocking.computeIfAbsent(lock, any -> new LinkedHashSet<>()).add(what);
  }

  private static GuardObjection refused(Map<ManagementLock, Set<String>> blocking) {
    List<String> sentences = new ArrayList<>();
    blocking.forEach(
        (lock, what) ->
            sentences.add("The lock " + lock + " forbids " + String.join(", ", what) + "."));
    List<String> ids = blocking.keySet().stream().map(ManagementLock::id).toList();
    return new GuardObjection(
        GuardQuestion.LOCKS,
        GuardObjection.Kind.REFUSED,
        String.join(" ", sentences),
        "have the locks removed for this work, and set again afterwards if they are still needed."
            + " To remove them: az lock delete --ids "
            + String.join(" ", ids));
  }

  private static GuardObjection unanswered(ResourceKey scope, CloudException failure) {
    return GuardObjection.unanswered(
        GuardQuestion.LOCKS,
        "The locks of the " + scope.quoted(),
        failure,
        "give this identity the right Microsoft.Authorization/locks/read there, which the role"
            + " Reader has");
  }
}
