package io.github.hybridnet.engine.guard;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.engine.guard.GuardedWork.PlannedCreation;
import io.github.hybridnet.plan.declared.DeclaredResource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether policy, quota or a provider refuses what is to be made. */
final class PreflightCheck implements GuardCheck {
  /** What a name that is asked for instead of an existing one ends with. */
  private static final String ASIDE = "-anew";

  private static final Pattern GENERAL =
      Pattern.compile("Policy|Quota|LimitReached|LimitExceeded|Authorization(Failed|.failed)");

  private final ChangeGuardClient questions;

  PreflightCheck(ChangeGuardClient questions) {
    this.questions = questions;
  }

  @Override
  public List<GuardObjection> objections(GuardedWork work) throws InterruptedException {
    Map<ResourceKey, List<PlannedCreation>> groups = new LinkedHashMap<>();
    for (PlannedCreation each : work.made()) {
      groups.computeIfAbsent(each.resource().key().group(), any -> new ArrayList<>()).add(each);
    }
    List<GuardObjection> objections = new ArrayList<>();
    for (Map.Entry<ResourceKey, List<PlannedCreation>> each : groups.entrySet()) {
      ask(each.getKey(), each.getValue()).ifPresent(objections::add);
    }
    return objections;
  }

  private Optional<GuardObjection> ask(ResourceKey group, List<PlannedCreation> made)
      throws InterruptedException {
    try {
      Optional<PreflightRefusal> refusal = refusal(group, made);
      return refusal.map(r -> refused(group, r));
    } catch (CloudException failure) {
      return Optional.of(
          GuardObjection.unanswered(
              GuardQuestion.PREFLIGHT,
              "Azure's check of what would be created in the " + group.quoted(),
              failure,
              "give this identity the right Microsoft.Resources/deployments/validate/action there,"
                  + " which the role Network Contributor has"));
    }
  }

  /**
   * Other forms are asked for where the plan has them, one after the other, because Azure may name
   * one reason at a time. What exists and is removed before it is created again may itself be the
   * reason of a refusal, so it is asked for under another name, too.
   */
  private Optional<PreflightRefusal> refusal(ResourceKey group, List<PlannedCreation> made)
      throws InterruptedException {
    List<PlannedCreation> forms = made;
    Optional<PreflightRefusal> first = questions.preflight(group, resources(forms));
    Optional<PreflightRefusal> last = first;
    while (last.isPresent() && !isGeneral(last.get())) {
      PreflightRefusal refusal = last.get();
      List<PlannedCreation> others =
          forms.stream().flatMap(m -> otherForm(m, refusal).stream()).toList();
      if (resources(others).equals(resources(forms))) {
        return first;
      }
      forms = others;
      last = questions.preflight(group, resources(forms));
    }
    return last.isEmpty() ? last : first;
  }

  private static List<NewResource> resources(List<PlannedCreation> made) {
    return made.stream().map(PlannedCreation::resource).toList();
  }

  /** Policies, quotas and rights refuse whatever exists. */
  private static boolean isGeneral(PreflightRefusal refusal) {
    return GENERAL.matcher(refusal.code() + " " + refusal.text()).find();
  }

  private static List<PlannedCreation> otherForm(
      PlannedCreation plannedCreation, PreflightRefusal refusal) {
    for (DeclaredResource.Alternative alternative : plannedCreation.alternatives()) {
      if (refusal.names(alternative.errorCode())) {
        return alternative.instead().stream().map(d -> form(plannedCreation, d)).toList();
      }
    }
    return List.of(
        plannedCreation.anew()
            ? aside(plannedCreation.resource(), plannedCreation.alternatives())
            : plannedCreation);
  }

  private static PlannedCreation form(PlannedCreation plannedCreation, DeclaredResource declared) {
    NewResource form = new NewResource(declared.key(), declared.body(), declared.dependsOn());
    List<DeclaredResource.Alternative> more = declared.rules().alternatives();
    PlannedCreation aside = aside(form, more);
    ResourceKey asked = plannedCreation.resource().key();
    boolean exists = plannedCreation.anew() && form.key().isSame(asked);
    return exists || aside.resource().key().isSame(asked)
        ? aside
        : new PlannedCreation(form, false, more);
  }

  /** Under another name nothing exists. */
  private static PlannedCreation aside(
      NewResource resource, List<DeclaredResource.Alternative> alternatives) {
    return new PlannedCreation(resource.named(resource.key().name() + ASIDE), false, alternatives);
  }

  private static GuardObjection refused(ResourceKey group, PreflightRefusal refusal) {
    return new GuardObjection(
        GuardQuestion.PREFLIGHT,
        GuardObjection.Kind.REFUSED,
        "Azure would refuse what would be created in the "
            + group.quoted()
            + ": ("
            + refusal.code()
            + ") "
            + refusal.text(),
        "change the parameter files, or have the policy or quota that Azure names changed");
  }
}
