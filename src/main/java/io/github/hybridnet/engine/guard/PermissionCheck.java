package io.github.hybridnet.engine.guard;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.ParallelReader;
import io.github.hybridnet.engine.ParallelReader.ReadResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether this identity has the right to each operation. */
final class PermissionCheck implements GuardCheck {
  private final ChangeGuardClient questions;
  private final Duration within;

  PermissionCheck(ChangeGuardClient questions, Duration within) {
    this.questions = questions;
    this.within = within;
  }

  @Override
  public List<GuardObjection> objections(GuardedWork work) throws InterruptedException {
    Map<ResourceKey, List<String>> actions = work.needs().actions();
    List<String> lacking = new ArrayList<>();
    List<GuardObjection> objections = new ArrayList<>();
    Map<ResourceKey, ReadResult<List<String>>> seen =
        ParallelReader.at(
            actions.keySet(),
            scope -> questions.lacking(scope, actions.getOrDefault(scope, List.of())),
            within);
    seen.forEach(
        (scope, readResult) -> {
          CloudException failure = readResult.failure();
          List<String> found = readResult.value();
          if (failure != null) {
            objections.add(unanswered(scope, failure));
          } else if (found != null && !found.isEmpty()) {
            lacking.add(String.join(", ", found) + " on the " + scope.quoted());
          }
        });
    if (!lacking.isEmpty()) {
      objections.add(0, refused(lacking));
    }
    return objections;
  }

  private static GuardObjection refused(List<String> lacking) {
    return new GuardObjection(
        GuardQuestion.PERMISSIONS,
        GuardObjection.Kind.REFUSED,
        "This identity may not do " + String.join("; ", lacking) + ".",
        "give this identity a role with these actions, such as Network Contributor for the network"
            + " and Tag Contributor for the resource group");
  }

  private static GuardObjection unanswered(ResourceKey scope, CloudException failure) {
    return GuardObjection.unanswered(
        GuardQuestion.PERMISSIONS,
        "The permissions on the " + scope.quoted(),
        failure,
        "give this identity the right Microsoft.Authorization/permissions/read there, which the"
            + " role Reader has");
  }
}
