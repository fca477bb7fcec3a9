package io.github.hybridnet.replay.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Finds the resource groups that a cassette uses before it creates them. */
final class GroupSeedPlanner {
  private static final String SOME_LOCATION = "westus";

  private final List<ReplayStep> steps;
  private final Set<String> decided = new HashSet<>();

  GroupSeedPlanner(List<ReplayStep> steps) {
    this.steps = steps;
  }

  void plan() {
    steps.forEach(
        step -> RecordedPath.group(step.request().path()).ifPresent(group -> plan(step, group)));
  }

  private void plan(ReplayStep step, Matcher group) {
    boolean itself = group.group(2) == null;
    boolean absent =
        (step.status() >= 400 && itself)
            || AnswerFacts.errorCode(step.answer).equals("ResourceGroupNotFound");
    String key = RecordedPath.comparable(group.group(1));
    if (absent || !decided.add(key)) {
      return;
    }
    boolean creates = itself && step.request().method().equals("PUT") && step.status() != 200;
    if (!creates) {
      step.seed = new ReplayStep.GroupSeed(group.group(1), body(key));
    }
  }

  private JsonNode body(String group) {
    List<ReplayStep> inside =
        steps.stream().filter(s -> RecordedPath.isWithin(s.comparablePath(), group)).toList();
    Stream<JsonNode> answers =
        inside.stream().filter(s -> s.comparablePath().equals(group)).map(s -> s.answer);
    Stream<JsonNode> bodies = inside.stream().flatMap(s -> Stream.of(s.request().body(), s.answer));
    Optional<JsonNode> found =
        Stream.concat(answers, bodies)
            .filter(b -> !b.path("location").asText("").isEmpty())
            .findFirst();
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("location", found.map(b -> b.path("location").asText()).orElse(SOME_LOCATION));
    found
        .filter(b -> RecordedPath.comparable(b.path("id").asText("")).equals(group))
        .filter(b -> b.path("tags").isObject())
        .ifPresent(b -> body.set("tags", b.path("tags")));
    return body;
  }
}
