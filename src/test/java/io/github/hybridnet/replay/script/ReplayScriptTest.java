package io.github.hybridnet.replay.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.hybridnet.replay.cassette.Cassette;
import io.github.hybridnet.replay.cassette.RecordedInteraction;
import io.github.hybridnet.replay.cassette.RecordedInteraction.RecordedRequest;
import io.github.hybridnet.replay.cassette.RecordedInteraction.RecordedResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The cassette alone decides what is sent, and when. */
class ReplayScriptTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String SUBSCRIPTION = "/subscriptions/11111111-2222-3333-4444-555555555555";
  private static final String GROUP = SUBSCRIPTION + "/resourceGroups/demo";
  private static final String VNETS = GROUP + "/providers/Microsoft.Network/virtualNetworks";
  private static final String OPERATION =
      SUBSCRIPTION + "/providers/Microsoft.Network/locations/x/operations/1";
  private static final String UPDATING = "{'properties': {'provisioningState': 'Updating'}}";
  private static final String SUCCEEDED = "{'properties': {'provisioningState': 'Succeeded'}}";

  private final List<RecordedInteraction> interactions = new ArrayList<>();

  private ReplayScriptTest add(String method, String path, String body, int status, String answer)
      throws Exception {
    return add(method, path, body, new RecordedResponse(status, Map.of(), json(answer)));
  }

  private ReplayScriptTest add(String method, String path, String body, RecordedResponse response)
      throws Exception {
    RecordedRequest request = new RecordedRequest(method, path, Map.of(), Map.of(), json(body));
    interactions.add(new RecordedInteraction(request, response, ""));
    return this;
  }

  private static JsonNode json(String text) throws Exception {
    return text.isEmpty() ? MissingNode.getInstance() : JSON.readTree(text.replace('\'', '"'));
  }

  private ReplayScript script() {
    return ReplayScript.of(new Cassette("c", "", true, interactions), "mine", "x-");
  }

  private List<StepClass> classes() {
    return script().steps().stream().map(ReplayStep::stepClass).toList();
  }

  @Test
  void namesAreThoseOfTheReplay() throws Exception {
    add("PUT", VNETS + "/a", "{'id': '" + VNETS + "/a'}", 201, "{'id': '" + VNETS + "/a'}");
    ReplayScript script = script();
    String moved =
        "/subscriptions/mine/resourceGroups/x-demo/providers/Microsoft.Network/virtualNetworks/a";
    ReplayStep step = script.steps().get(0);
    assertThat(step.request().path()).isEqualTo(moved);
    assertThat(step.request().body().path("id").asText()).isEqualTo(moved);
    assertThat(step.answer().path("id").asText()).isEqualTo(moved);
    assertThat(script.names().recorded("/resourceGroups/x-demo")).isEqualTo("/resourceGroups/demo");
  }

  @Test
  void aGroupThatIsUsedBeforeItIsCreatedIsSeeded() throws Exception {
    add("PUT", VNETS + "/a", "{'location': 'westus2'}", 201, SUCCEEDED);
    ReplayStep.GroupSeed seed = Objects.requireNonNull(script().steps().get(0).seed());
    assertThat(seed.path()).isEqualTo("/subscriptions/mine/resourceGroups/x-demo");
    assertThat(seed.body().path("location").asText()).isEqualTo("westus2");
  }

  @Test
  void aGroupThatTheCassetteCreatesIsNotSeeded() throws Exception {
    add("PUT", GROUP, "{'location': 'westus2'}", 201, SUCCEEDED)
        .add("PUT", VNETS + "/a", "{}", 201, SUCCEEDED);
    assertThat(script().steps()).allMatch(step -> step.seed() == null);
  }

  @Test
  void pollsAreNotSentAndTheOperationIsWaitedForWhereItEnded() throws Exception {
    RecordedResponse accepted =
        new RecordedResponse(201, Map.of("azure-asyncoperation", OPERATION), json(UPDATING));
    add("PUT", VNETS + "/a", "{}", accepted)
        .add("GET", OPERATION, "", 200, "{'status': 'InProgress'}")
        .add("GET", VNETS + "/a", "", 200, UPDATING)
        .add("GET", OPERATION, "", 200, "{'status': 'Succeeded'}")
        .add("GET", VNETS + "/a", "", 200, SUCCEEDED);
    List<ReplayStep> steps = script().steps();
    assertThat(classes())
        .containsExactly(
            StepClass.SCORED, StepClass.POLL, StepClass.SCORED, StepClass.POLL, StepClass.SCORED);
    assertThat(steps.get(2).waits()).isEmpty();
    assertThat(steps.get(3).waits()).containsExactly(steps.get(0));
    assertThat(steps.get(0).ends()).containsOnlyKeys(OperationLink.ASYNC);
  }

  @Test
  void anEndThatWasNeverShownIsWaitedForAtTheNextUse() throws Exception {
    RecordedResponse accepted =
        new RecordedResponse(201, Map.of("location", OPERATION), json("{}"));
    add("PUT", VNETS + "/a", "{}", accepted)
        .add("PUT", VNETS + "/b", "{}", 201, SUCCEEDED)
        .add("DELETE", VNETS + "/a", "", 204, "");
    List<ReplayStep> steps = script().steps();
    assertThat(steps.get(1).waits()).isEmpty();
    assertThat(steps.get(2).waits()).containsExactly(steps.get(0));
  }

  @Test
  void whatTheCassetteNeverCreatesIsNotSent() throws Exception {
    add("GET", VNETS + "/unknown", "", 200, SUCCEEDED)
        .add("GET", VNETS + "/unknown", "", 404, "{'error': {'code': 'ResourceNotFound'}}")
        .add("GET", VNETS + "/other", "", 404, "{'error': {'code': 'ResourceNotFound'}}");
    assertThat(classes()).containsExactly(StepClass.UNSEEDED, StepClass.UNSEEDED, StepClass.SCORED);
  }

  @Test
  void otherTypesAndWhatIsTiedToThemAreNotSent() throws Exception {
    String machine = GROUP + "/providers/Microsoft.Compute/virtualMachines/vm";
    add("PUT", machine, "{}", 201, SUCCEEDED)
        .add("PUT", VNETS + "/a", "{'uses': '" + machine + "'}", 201, SUCCEEDED);
    assertThat(classes()).containsOnly(StepClass.SCOPE);
  }

  @Test
  void troubleOfTheServiceIsNotSent() throws Exception {
    add("PUT", VNETS + "/a", "{}", 429, "{'error': {'code': 'TooManyRequests'}}")
        .add("PUT", VNETS + "/a", "{}", 500, "{'error': {'code': 'InternalServerError'}}")
        .add("PUT", VNETS + "/a", "{}", 400, "{'error': {'code': 'InvalidRequest'}}");
    assertThat(classes())
        .containsExactly(StepClass.ENVIRONMENT, StepClass.ENVIRONMENT, StepClass.SCORED);
  }

  @Test
  void elementsThatTheCassetteHasNotCreatedAreNotExpected() throws Exception {
    String foreign = SUBSCRIPTION + "/resourceGroups/foreign/providers/Microsoft.Network/x/y";
    add("PUT", VNETS + "/a", "{}", 201, SUCCEEDED)
        .add(
            "GET",
            VNETS,
            "",
            200,
            "{'value': [{'id': '" + VNETS + "/a'}, {'id': '" + foreign + "'}]}");
    ReplayStep list = script().steps().get(1);
    assertThat(list.verb()).isEqualTo("LIST");
    assertThat(list.answer().path("value")).hasSize(1);
  }

  @Test
  void errorCodesAreFoundInEachForm() throws Exception {
    assertThat(AnswerFacts.errorCode(json("{'error': {'code': ' A '}}"))).isEqualTo("A");
    assertThat(AnswerFacts.errorCode(json("{'Error': {'Code': 'B'}}"))).isEqualTo("B");
    assertThat(AnswerFacts.errorCode(json("{'code': 'C'}"))).isEqualTo("C");
    assertThat(AnswerFacts.errorCode(json("{'error': null}"))).isEmpty();
    assertThat(AnswerFacts.errorCode(MissingNode.getInstance())).isEmpty();
  }
}
