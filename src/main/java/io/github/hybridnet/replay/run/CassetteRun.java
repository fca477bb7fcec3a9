package io.github.hybridnet.replay.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.hybridnet.replay.compare.CassetteScore;
import io.github.hybridnet.replay.compare.GeneratedValueCheck;
import io.github.hybridnet.replay.compare.SimulatedAnswer;
import io.github.hybridnet.replay.compare.StepScore;
import io.github.hybridnet.replay.compare.StepScorer;
import io.github.hybridnet.replay.script.AnswerFacts;
import io.github.hybridnet.replay.script.OperationLink;
import io.github.hybridnet.replay.script.RecordedEnd;
import io.github.hybridnet.replay.script.ReplayScript;
import io.github.hybridnet.replay.script.ReplayStep;
import io.github.hybridnet.replay.script.ReplayStep.StepRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Sends the steps of one cassette, in their order, and scores what comes back. */
final class CassetteRun {
  private static final Map<String, String> OF_GROUPS = Map.of("api-version", "2021-04-01");
  private static final String GROUPS = "/resourcegroups/";

  private final ReplayScript script;
  private final ReplayClient client;
  private final OperationFollower follower;
  private final ReplacedValues values;
  private final Map<ReplayStep, SimulatedAnswer> answers = new HashMap<>();
  private final Map<ReplayStep, Map<OperationLink, SimulatedAnswer>> ends = new HashMap<>();
  private final Set<String> neverSettled = new HashSet<>();
  private final Map<String, String> groups = new TreeMap<>();

  CassetteRun(ReplayScript script, ReplayClient client, Duration longestWait) {
    this.script = script;
    this.client = client;
    this.follower = new OperationFollower(client, longestWait, label("poll"));
    this.values = new ReplacedValues(new GeneratedValueCheck(script));
  }

  private String label(String what) {
    return script.cassette().name().replaceAll("[^A-Za-z0-9_.-]", "-") + ":" + what;
  }

  CassetteScore run() throws InterruptedException {
    for (ReplayStep step : script.steps()) {
      play(step);
    }
    removeGroups();
    StepScorer scorer = new StepScorer(script);
    List<StepScore> scores = new ArrayList<>();
    for (ReplayStep step : script.scored()) {
      SimulatedAnswer answer = answers.getOrDefault(step, SimulatedAnswer.NONE);
      scores.add(scorer.score(step, answer, ends.getOrDefault(step, Map.of())));
    }
    return new CassetteScore(script.cassette().name(), script.cassette().recorded(), scores);
  }

  private void play(ReplayStep step) throws InterruptedException {
    ReplayStep.GroupSeed seed = step.seed();
    if (seed != null) {
      client.send(onGroup("PUT", seed.path(), seed.body()), label("seed"));
    }
    for (ReplayStep operation : step.waits()) {
      seeThrough(operation);
    }
    if (step.isScored()) {
      SimulatedAnswer answer = send(step);
      answers.put(step, answer);
      values.learn(step.answer(), answer.body());
    }
    rememberGroup(step);
  }

  private static StepRequest onGroup(String method, String path, JsonNode body) {
    return new StepRequest(method, path, OF_GROUPS, Map.of(), body);
  }

  private void rememberGroup(ReplayStep step) {
    boolean creates = step.isScored() && step.request().method().equals("PUT");
    String path = step.request().path();
    if (path.toLowerCase(Locale.ROOT).contains(GROUPS) && (step.seed() != null || creates)) {
      String[] segments = path.split("/");
      String group = String.join("/", List.of(segments).subList(0, Math.min(5, segments.length)));
      groups.put(group.toLowerCase(Locale.ROOT), group);
    }
  }

  private SimulatedAnswer send(ReplayStep step) throws InterruptedException {
    StepRequest request = step.request();
    StepRequest sent =
        new StepRequest(
            request.method(),
            request.path(),
            request.query(),
            request.headers(),
            values.in(request.body()));
    SimulatedAnswer answer = client.send(sent, label(String.valueOf(step.number())));
    boolean settledRead =
        request.method().equals("GET")
            && step.status() == 200
            && AnswerFacts.isSettled(step.answer());
    if (settledRead && AnswerFacts.isPending(answer.body())) {
      SimulatedAnswer last = settled(step, answer);
      return last.isTimedOut() ? answer : last;
    }
    return answer;
  }

  /** Changes without an operation's address end when the resource says so. */
  private SimulatedAnswer settled(ReplayStep step, SimulatedAnswer answer)
      throws InterruptedException {
    if (neverSettled.contains(step.resource())) {
      return answer;
    }
    String version = step.request().query().getOrDefault("api-version", "");
    SimulatedAnswer last =
        follower.settled(step.request().path() + "?api-version=" + version, answer);
    if (last.isTimedOut()) {
      neverSettled.add(step.resource());
    }
    return last;
  }

  private void seeThrough(ReplayStep operation) throws InterruptedException {
    SimulatedAnswer answer = answers.getOrDefault(operation, SimulatedAnswer.NONE);
    if (!answer.isAccepted()) {
      return;
    }
    Map<OperationLink, String> links = links(answer);
    boolean other = links.keySet().stream().noneMatch(operation.ends()::containsKey);
    Map<OperationLink, SimulatedAnswer> seen = new EnumMap<>(OperationLink.class);
    ends.put(operation, seen);
    for (Map.Entry<OperationLink, String> link : links.entrySet()) {
      RecordedEnd recorded = operation.ends().get(link.getKey());
      if (recorded != null || (other && seen.isEmpty())) {
        SimulatedAnswer end = follower.end(link.getKey(), link.getValue(), answer);
        seen.put(link.getKey(), end);
        if (recorded != null) {
          values.learn(recorded.body(), end.body());
        }
      }
    }
    boolean changes = Set.of("PUT", "PATCH").contains(operation.request().method());
    if (links.isEmpty() && changes && AnswerFacts.isPending(answer.body())) {
      settled(operation, answer);
    }
  }

  private static Map<OperationLink, String> links(SimulatedAnswer answer) {
    Map<OperationLink, String> links = new EnumMap<>(OperationLink.class);
    for (OperationLink link : OperationLink.values()) {
      String url = answer.headers().getOrDefault(link.header(), "");
      if (!url.isEmpty()) {
        links.put(link, url);
      }
    }
    return links;
  }

  /** Quotas of the subscription must not reach from one cassette to the next. */
  private void removeGroups() throws InterruptedException {
    for (String group : groups.values()) {
      SimulatedAnswer answer =
          client.send(onGroup("DELETE", group, MissingNode.getInstance()), label("cleanup"));
      String url = links(answer).getOrDefault(OperationLink.LOCATION, "");
      if (!url.isEmpty()) {
        follower.end(OperationLink.LOCATION, url, answer);
      }
    }
  }
}
