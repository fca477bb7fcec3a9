package io.github.hybridnet.engine.guard;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.Glance;
import io.github.hybridnet.engine.Glance.Sight;
import io.github.hybridnet.plan.ResourceKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether this identity has the right to each operation. */
final class PermissionCheck implements Check {
  private final ChangeQuestions questions;
  private final Duration within;

  PermissionCheck(ChangeQuestions questions, Duration within) {
    this.questions = questions;
    this.within = within;
  }

  @Override
  public List<Objection> objections(Undertaking work) throws InterruptedException {
    Map<ResourceKey, List<String>> actions = work.needs().actions();
    List<String> lacking = new ArrayList<>();
    List<Objection> objections = new ArrayList<>();
    Map<ResourceKey, Sight<List<String>>> seen =
        Glance.at(
            actions.keySet(),
            scope -> questions.lacking(scope, actions.getOrDefault(scope, List.of())),
            within);
    seen.forEach(
        (scope, sight) -> {
          CloudException failure = sight.failure();
          List<String> found = sight.value();
          if (failure != null) {
            objections.add(unanswered(scope, failure));
          } else if (found != null && !found.isEmpty()) {
            lacking.add(String.join(", ", found) + " on the " + scope);
          }
        });
    if (!lacking.isEmpty()) {
      objections.add(0, refused(lacking));
    }
    return objections;
  }

  private static Objection refused(List<String> lacking) {
    return new Objection(
        Question.PERMISSIONS,
        Objection.Kind.REFUSED,
        "This identity may not do " + String.join("; ", lacking) + ".",
        "give it a role with these actions, such as Network Contributor for the network and Tag"
            + " Contributor for the resource group");
  }

  private static Objection unanswered(ResourceKey scope, CloudException failure) {
    return Objection.unanswered(
        Question.PERMISSIONS,
        "The permissions on the " + scope,
        failure,
        "give this identity Microsoft.Authorization/permissions/read there, as the role Reader has"
            + " it");
  }
}
