package io.github.hybridnet.engine.guard;

import io.github.hybridnet.engine.CloudException;
import io.github.hybridnet.engine.guard.Undertaking.Made;
import io.github.hybridnet.plan.DesiredResource;
import io.github.hybridnet.plan.ResourceKey;
import io.github.hybridnet.plan.ResourceType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether policy, quota or a provider refuses what is to be made. */
final class PreflightCheck implements Check {
  /** What a name that is asked for instead of one that stands ends with. */
  private static final String ASIDE = "-anew";

  private static final Pattern GENERAL =
      Pattern.compile("Policy|Quota|LimitReached|LimitExceeded|Authorization(Failed|.failed)");

  private final ChangeQuestions questions;

  PreflightCheck(ChangeQuestions questions) {
    this.questions = questions;
  }

  @Override
  public List<Objection> objections(Undertaking work) throws InterruptedException {
    Map<ResourceKey, List<Made>> groups = new LinkedHashMap<>();
    for (Made each : work.made()) {
      ResourceKey key = each.resource().key();
      ResourceKey group =
          new ResourceKey(
              key.subscriptionId(),
              key.resourceGroup(),
              ResourceType.RESOURCE_GROUP,
              key.resourceGroup());
      groups.computeIfAbsent(group, any -> new ArrayList<>()).add(each);
    }
    List<Objection> objections = new ArrayList<>();
    for (Map.Entry<ResourceKey, List<Made>> each : groups.entrySet()) {
      ask(each.getKey(), each.getValue()).ifPresent(objections::add);
    }
    return objections;
  }

  private Optional<Objection> ask(ResourceKey group, List<Made> made) throws InterruptedException {
    try {
      Optional<PreflightRefusal> refusal = refusal(group, made);
      return refusal.map(r -> refused(group, r));
    } catch (CloudException failure) {
      return Optional.of(
          Objection.unanswered(
              Question.PREFLIGHT,
              "Azure's check of what is to be made in the " + group,
              failure,
              "give this identity Microsoft.Resources/deployments/validate/action there, as the"
                  + " role Network Contributor has it"));
    }
  }

  /**
   * Other forms are asked for where the plan has them. What stands and is removed before it is made
   * anew may itself be the reason of a refusal, so it is asked for under another name, too.
   */
  private Optional<PreflightRefusal> refusal(ResourceKey group, List<Made> made)
      throws InterruptedException {
    Optional<PreflightRefusal> first =
        questions.preflight(group, made.stream().map(Made::resource).toList());
    if (first.isEmpty() || isGeneral(first.get())) {
      return first;
    }
    List<NewResource> other =
        made.stream().flatMap(m -> otherForm(m, first.get()).stream()).toList();
    boolean differs = !other.equals(made.stream().map(Made::resource).toList());
    return differs && questions.preflight(group, other).isEmpty() ? Optional.empty() : first;
  }

  /** Policies, quotas and rights refuse whatever stands. */
  private static boolean isGeneral(PreflightRefusal refusal) {
    return GENERAL.matcher(refusal.code() + " " + refusal.text()).find();
  }

  private static List<NewResource> otherForm(Made made, PreflightRefusal refusal) {
    for (DesiredResource.Alternative alternative : made.alternatives()) {
      if (refusal.names(alternative.errorCode())) {
        return alternative.instead().stream().map(d -> form(made, d)).toList();
      }
    }
    return List.of(made.anew() ? aside(made.resource()) : made.resource());
  }

  private static NewResource form(Made made, DesiredResource desired) {
    NewResource form = new NewResource(desired.key(), desired.body(), desired.dependsOn());
    return made.anew() && desired.key().isSame(made.resource().key()) ? aside(form) : form;
  }

  private static NewResource aside(NewResource resource) {
    return resource.named(resource.key().name() + ASIDE);
  }

  private static Objection refused(ResourceKey group, PreflightRefusal refusal) {
    return new Objection(
        Question.PREFLIGHT,
        Objection.Kind.REFUSED,
        "Azure would refuse what is to be made in the "
            + group
            + ": ("
            + refusal.code()
            + ") "
            + refusal.text(),
        "change the declaration, or have the policy or quota that Azure names changed");
  }
}
