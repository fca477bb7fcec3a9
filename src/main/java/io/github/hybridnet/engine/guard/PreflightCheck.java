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
   * Other forms are asked for where the plan has them, one after the other, because Azure may name
   * one reason at a time. What stands and is removed before it is made anew may itself be the
   * reason of a refusal, so it is asked for under another name, too.
   */
  private Optional<PreflightRefusal> refusal(ResourceKey group, List<Made> made)
      throws InterruptedException {
    List<Made> forms = made;
    Optional<PreflightRefusal> first = questions.preflight(group, resources(forms));
    Optional<PreflightRefusal> last = first;
    while (last.isPresent() && !isGeneral(last.get())) {
      PreflightRefusal refusal = last.get();
      List<Made> others = forms.stream().flatMap(m -> otherForm(m, refusal).stream()).toList();
      if (resources(others).equals(resources(forms))) {
        return first;
      }
      forms = others;
      last = questions.preflight(group, resources(forms));
    }
    return last.isEmpty() ? last : first;
  }

  private static List<NewResource> resources(List<Made> made) {
    return made.stream().map(Made::resource).toList();
  }

  /** Policies, quotas and rights refuse whatever stands. */
  private static boolean isGeneral(PreflightRefusal refusal) {
    return GENERAL.matcher(refusal.code() + " " + refusal.text()).find();
  }

  private static List<Made> otherForm(Made made, PreflightRefusal refusal) {
    for (DesiredResource.Alternative alternative : made.alternatives()) {
      if (refusal.names(alternative.errorCode())) {
        return alternative.instead().stream().map(d -> form(made, d)).toList();
      }
    }
    return List.of(made.anew() ? aside(made.resource(), made.alternatives()) : made);
  }

  private static Made form(Made made, DesiredResource desired) {
    NewResource form = new NewResource(desired.key(), desired.body(), desired.dependsOn());
    List<DesiredResource.Alternative> more = desired.rules().alternatives();
    Made aside = aside(form, more);
    ResourceKey asked = made.resource().key();
    boolean stands = made.anew() && form.key().isSame(asked);
    return stands || aside.resource().key().isSame(asked) ? aside : new Made(form, false, more);
  }

  /** Under another name there is nothing that stands. */
  private static Made aside(NewResource resource, List<DesiredResource.Alternative> alternatives) {
    return new Made(resource.named(resource.key().name() + ASIDE), false, alternatives);
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
