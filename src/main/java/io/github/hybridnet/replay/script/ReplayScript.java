package io.github.hybridnet.replay.script;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.replay.cassette.Cassette;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The steps of a cassette: each with its class, what it waits for, and what must exist before. */
public final class ReplayScript {
  private final Cassette cassette;
  private final CassetteNamespace names;
  private final List<ReplayStep> steps;
  private final CreatedResources created;
  private final Set<String> fromClient = new HashSet<>();

  private ReplayScript(Cassette cassette, CassetteNamespace names) {
    this.cassette = cassette;
    this.names = names;
    StepFactory factory = new StepFactory(names);
    this.steps = cassette.interactions().stream().map(factory::step).toList();
    this.created = new CreatedResources(names);
  }

  /**
   * The script of a cassette.
   *
   * @param subscription the subscription in which it is replayed
   * @param prefix what the names of its resource groups begin with
   */
  public static ReplayScript of(Cassette cassette, String subscription, String prefix) {
    ReplayScript script =
        new ReplayScript(cassette, new CassetteNamespace(cassette, subscription, prefix));
    script.findWhoNamedWhat();
    new OperationLinker(script.steps).link();
    ResourceReferences references = new ResourceReferences(script.steps, script.names);
    new StepClassifier(script.steps, references, script.created).classify();
    new WaitPlanner(script.steps).plan();
    new GroupSeedPlanner(script.steps).plan();
    return script;
  }

  private void findWhoNamedWhat() {
    Set<String> fromService = new HashSet<>();
    for (ReplayStep step : steps) {
      Set<String> sent = new HashSet<>();
      AnswerFacts.texts(step.request().body(), sent::add);
      sent.removeAll(fromService);
      fromClient.addAll(sent);
      Set<String> answered = new HashSet<>();
      AnswerFacts.texts(step.answer, answered::add);
      answered.removeAll(fromClient);
      fromService.addAll(answered);
    }
  }

  /** The cassette. */
  public Cassette cassette() {
    return cassette;
  }

  /** Which names the cassette has in the replay. */
  public CassetteNamespace names() {
    return names;
  }

  /** All steps, in their order. */
  public List<ReplayStep> steps() {
    return steps;
  }

  /** Those that are sent and scored. */
  public List<ReplayStep> scored() {
    return steps.stream().filter(ReplayStep::isScored).collect(Collectors.toUnmodifiableList());
  }

  /** Whether a client has sent this text before any service did. */
  public boolean isFromClient(String text) {
    return fromClient.contains(text);
  }

  /** An answer without the elements of lists that the cassette has not made. */
  public JsonNode visible(JsonNode body) {
    return created.visible(body, false);
  }
}
