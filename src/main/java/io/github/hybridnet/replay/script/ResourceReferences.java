package io.github.hybridnet.replay.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which resources a step makes, and which ones it needs. */
final class ResourceReferences {
  private static final Pattern REFERENCE =
      Pattern.compile(
          "/subscriptions/[^/\"]+/resourcegroups/[^/\"]+/providers/[^/\"]+/[^/\"]+/[^/\"]+");

  private final List<ReplayStep> steps;
  private final CassetteNamespace names;

  ResourceReferences(List<ReplayStep> steps, CassetteNamespace names) {
    this.steps = steps;
    this.names = names;
  }

  /** The resource that a write is about; of a deployment also what it creates. */
  Set<String> made(ReplayStep step) {
    Optional<String> me = resource(step);
    if (me.isEmpty() || !step.isWrite()) {
      return Set.of();
    }
    Set<String> made = new HashSet<>(Set.of(me.get()));
    if (step.request().method().equals("PUT") && me.get().contains("/deployments/")) {
      made.addAll(outputs(step));
      made.addAll(templateResources(step));
    }
    return made;
  }

  static Optional<String> resource(ReplayStep step) {
    return RecordedPath.target(step.request().path()).map(RecordedPath.PathTarget::resource);
  }

  private Set<String> outputs(ReplayStep step) {
    Set<String> found = new HashSet<>();
    for (ReplayStep other : steps) {
      if (other.comparablePath().equals(step.comparablePath())) {
        JsonNode properties = other.answer.path("properties");
        JsonNode outputs = properties.path("outputResources");
        for (JsonNode r : outputs.isEmpty() ? properties.path("dependencies") : outputs) {
          found.add(RecordedPath.comparable(r.path("id").asText("")));
        }
      }
    }
    found.remove("");
    return found;
  }

  private static Set<String> templateResources(ReplayStep step) {
    Set<String> found = new HashSet<>();
    String group =
        RecordedPath.group(step.request().path()).map(m -> m.group(1)).orElse("/subscriptions");
    JsonNode template = step.request().body().path("properties").path("template");
    for (JsonNode r : template.path("resources")) {
      String type = r.path("type").asText("");
      String name = r.path("name").asText("");
      if (type.split("/", -1).length == 2 && !name.startsWith("[")) {
        found.add(RecordedPath.comparable(group + "/providers/" + type + "/" + name));
      }
    }
    return found;
  }

  /** What must have existed for the recorded success. */
  Set<String> needs(ReplayStep step) {
    Optional<RecordedPath.PathTarget> target = RecordedPath.target(step.request().path());
    if (target.isEmpty() || !step.isAccepted() || step.status() == 204) {
      return Set.of();
    }
    String me = target.get().resource();
    String top = target.get().top();
    if (me.contains("/microsoft.resources/")) {
      return Set.of();
    }
    Set<String> needs = new HashSet<>();
    Matcher m = REFERENCE.matcher(step.request().body().toString().toLowerCase(Locale.ROOT));
    while (m.find()) {
      if (names.isOurs(m.group()).orElse(false) && !m.group().equals(top)) {
        needs.add(m.group());
      }
    }
    boolean creates = step.request().method().equals("PUT") && step.status() == 201;
    if (!creates || !top.equals(me)) {
      needs.add(creates ? top : me);
    }
    return needs;
  }
}
