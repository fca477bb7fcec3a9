package io.github.hybridnet.replay.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hybridnet.replay.cassette.RecordedInteraction;
import io.github.hybridnet.replay.cassette.RecordedInteraction.RecordedRequest;
import io.github.hybridnet.replay.script.ReplayStep.StepAnswer;
import io.github.hybridnet.replay.script.ReplayStep.StepRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes steps of the interactions of one cassette, in their order. Some recorders give all
 * deployments the same name; they are numbered then, so that a second one is not the first one
 * again.
 */
final class StepFactory {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern DEPLOYMENT = Pattern.compile("(?i)/deployments/([^/]+)");
  private static final int CREATED = 201;

  private final CassetteNamespace names;
  private final Map<String, Integer> deployments = new HashMap<>();
  private int number;

  StepFactory(CassetteNamespace names) {
    this.names = names;
  }

  ReplayStep step(RecordedInteraction interaction) {
    RecordedRequest request = interaction.request();
    String path = request.path();
    JsonNode answer = interaction.response().body();
    Matcher deployment = DEPLOYMENT.matcher(path);
    if (deployment.find()) {
      String name = numbered(deployment, interaction);
      path = path.substring(0, deployment.start(1)) + name + path.substring(deployment.end());
      answer = renamed(answer, name);
    }
    Map<String, String> query = new LinkedHashMap<>();
    request.query().forEach((key, value) -> query.put(key, names.query(value)));
    JsonNode body = request.body();
    return new ReplayStep(
        number++,
        new StepRequest(
            request.method(),
            names.text(path),
            query,
            request.headers(),
            body.isNull() ? JSON.missingNode() : names.body(body)),
        new StepAnswer(
            interaction.response().status(),
            interaction.response().headers(),
            names.body(answer),
            interaction.date()));
  }

  private String numbered(Matcher deployment, RecordedInteraction interaction) {
    String path = interaction.request().path();
    boolean created =
        interaction.request().method().equals("PUT") && interaction.response().status() == CREATED;
    String key = RecordedPath.comparable(path.substring(0, deployment.end()));
    int count = deployments.merge(key, created ? 1 : 0, Integer::sum);
    return deployment.group(1) + (count > 1 ? "-" + count : "");
  }

  private static JsonNode renamed(JsonNode answer, String name) {
    String before = answer.path("name").asText("");
    if (before.isEmpty() || !answer.path("id").asText("").contains("/deployments/")) {
      return answer;
    }
    try {
      return JSON.readTree(answer.toString().replace(before, name));
    } catch (JsonProcessingException e) {
      return answer;
    }
  }
}
