package io.github.hybridnet.replay.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Decides which steps are sent and scored, in the order of the cassette. */
final class StepClassifier {
  private static final Set<String> SUBSCRIPTION_CODES =
      Set.of("SubscriptionNotFound", "SubscriptionNotRegistered");
  private static final Set<String> TROUBLE_AT_THE_END =
      Set.of(
          "InternalServerError",
          "InternalError",
          "UnauthorizedForMicrosoftPeering",
          "ResourceGroupDeletionBlocked",
          "ResourceGroupDeletionFailed",
          "ResourceGroupDeletionTimeout");
  private static final Pattern TYPE_IN_ID = Pattern.compile("/providers/(microsoft\\.\\w+/\\w+)");
  private static final Pattern TYPE_IN_TEMPLATE =
      Pattern.compile("type\\\\*\": *\\\\*\"(microsoft\\.\\w+/\\w+)");
  private static final String LOCATIONS = "microsoft.network/locations";

  private final List<ReplayStep> steps;
  private final ResourceReferences references;
  private final CreatedResources created;

  StepClassifier(List<ReplayStep> steps, ResourceReferences references, CreatedResources created) {
    this.steps = steps;
    this.references = references;
    this.created = created;
  }

  void classify() {
    steps.stream().filter(ReplayStep::isScored).forEach(this::classify);
  }

  private void classify(ReplayStep step) {
    JsonNode full = step.answer;
    step.answer = created.visible(full, true);
    boolean emptied =
        step.verb().equals("LIST")
            && step.answer.path("value").isEmpty()
            && created.hasUnseeded(full);
    step.stepClass = classOf(step, emptied);
    Set<String> made = references.made(step);
    if (step.isScored() && step.request().method().equals("PUT") && step.isAccepted()) {
      created.add(made);
    } else if (!step.isScored() && step.isAccepted()) {
      StepClass why = step.stepClass == StepClass.SCOPE ? StepClass.SCOPE : StepClass.UNSEEDED;
      made.forEach(resource -> created.distrust(resource, why));
      ResourceReferences.resource(step)
          .filter(me -> step.stepClass == StepClass.UNSEEDED)
          .ifPresent(me -> created.distrust(me, why));
    }
  }

  private StepClass classOf(ReplayStep step, boolean emptied) {
    if (step.request().query().containsKey("$skiptoken")) {
      return StepClass.PAGE;
    }
    if (!types(step).filter(type -> !type.equals(LOCATIONS)).allMatch(RecordedPath::isInScope)) {
      return StepClass.SCOPE;
    }
    if (isOfTheEnvironment(step) || isTroubleAtTheEnd(step)) {
      return StepClass.ENVIRONMENT;
    }
    Optional<StepClass> unreliable = created.whyUnreliable(step.text());
    boolean unseeded =
        emptied
            || step.text().contains("templatelink")
            || !references.needs(step).stream().allMatch(created::exists);
    return unreliable.orElse(unseeded ? StepClass.UNSEEDED : StepClass.SCORED);
  }

  private static Stream<String> types(ReplayStep step) {
    Stream<String> types = Stream.concat(Stream.of(step.type()), found(TYPE_IN_ID, step.text()));
    if (step.text().contains("/deployments/")) {
      types = Stream.concat(types, found(TYPE_IN_TEMPLATE, step.text()));
    }
    return step.type().startsWith("providers")
        ? types
        : Stream.concat(types, found(TYPE_IN_ID, step.answer.toString().toLowerCase(Locale.ROOT)));
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(m -> m.group(1));
  }

  private boolean isOfTheEnvironment(ReplayStep step) {
    boolean busy = step.status() == 409 || step.status() == 429;
    return (busy && !isExplained(step))
        || step.status() >= 500
        || SUBSCRIPTION_CODES.contains(AnswerFacts.errorCode(step.answer));
  }

  /** Whether an operation of the cassette runs that makes the resource busy. */
  private boolean isExplained(ReplayStep step) {
    return steps.subList(0, step.number()).stream()
        .filter(op -> op.startsOperation && (op.endShownBy < 0 || op.endShownBy > step.number()))
        .anyMatch(op -> step.touches(op) || op.touches(step));
  }

  /** Of a group's deletion that the service gave up only the start is scored. */
  private static boolean isTroubleAtTheEnd(ReplayStep step) {
    boolean trouble =
        step.ends.values().stream()
            .anyMatch(end -> TROUBLE_AT_THE_END.contains(AnswerFacts.errorCode(end.body())));
    if (trouble && ResourceReferences.resource(step).isEmpty()) {
      step.ends.clear();
      return false;
    }
    return trouble;
  }
}
