package io.github.hybridnet.replay.script;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One recorded interaction with the names of the replay, and what was found out about it. */
public final class ReplayStep {
  private static final Set<String> WRITES = Set.of("PUT", "PATCH", "POST", "DELETE");

  private final int number;
  private final StepRequest request;
  private final StepAnswer recorded;
  private final String type;
  private final String verb;
  private final String resource;
  private final String text;

  /** The recorded answer without what the cassette cannot have created. */
  JsonNode answer;

  StepClass stepClass = StepClass.SCORED;

  /** Whether it began an operation. */
  boolean startsOperation;

  /** The number of the step that showed the end of its operation; -1 if none did. */
  int endShownBy = -1;

  @Nullable GroupSeed seed;

  final Map<OperationLink, RecordedEnd> ends = new EnumMap<>(OperationLink.class);
  final List<ReplayStep> waits = new ArrayList<>();

  /**
   * What is sent.
   *
   * @param method in upper case
   * @param path with the names of the replay
   * @param query decoded
   * @param headers as recorded
   * @param body missing if there is none
   */
  public record StepRequest(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      JsonNode body) {}

  /**
   * What was recorded, with the names of the replay.
   *
   * @param status the HTTP status
   * @param headers names in lower case
   * @param body missing if there was none
   * @param date the {@code Date} of the answer; empty if it was not recorded
   */
  record StepAnswer(int status, Map<String, String> headers, JsonNode body, String date) {}

  /**
   * A resource group that has to exist before.
   *
   * @param path of the group
   * @param body with which it is created
   */
  public record GroupSeed(String path, JsonNode body) {}

  ReplayStep(int number, StepRequest request, StepAnswer recorded) {
    this.number = number;
    this.request = request;
    this.recorded = recorded;
    this.answer = recorded.body();
    this.type = RecordedPath.type(request.path());
    boolean list = request.method().equals("GET") && recorded.body().path("value").isArray();
    this.verb = list ? "LIST" : request.method();
    this.resource =
        RecordedPath.target(request.path())
            .map(RecordedPath.PathTarget::resource)
            .orElse(comparablePath());
    this.text = comparablePath() + " " + request.body().toString().toLowerCase(Locale.ROOT);
  }

  /** Its place in the cassette, from 0. */
  public int number() {
    return number;
  }

  /** What is sent. */
  public StepRequest request() {
    return request;
  }

  /** The method, or {@code LIST} for a read that brings a list. */
  public String verb() {
    return verb;
  }

  /** The resource type with a list or an action at the end. */
  public String type() {
    return type;
  }

  /** The resource that it is about, as a comparable path. */
  public String resource() {
    return resource;
  }

  /** The recorded HTTP status. */
  public int status() {
    return recorded.status();
  }

  /** The recorded headers, names in lower case. */
  public Map<String, String> recordedHeaders() {
    return recorded.headers();
  }

  /** The recorded answer as far as the cassette itself created what it shows. */
  public JsonNode answer() {
    return answer;
  }

  /** Whether it is sent. */
  public StepClass stepClass() {
    return stepClass;
  }

  /** What is created before it; null for nothing. */
  public @Nullable GroupSeed seed() {
    return seed;
  }

  /** The operations whose end is waited for before it is sent. */
  public List<ReplayStep> waits() {
    return Collections.unmodifiableList(waits);
  }

  /** How the operation that it began ended, as far as that was recorded. */
  public Map<OperationLink, RecordedEnd> ends() {
    return Collections.unmodifiableMap(ends);
  }

  /** Whether it may change something. */
  public boolean isWrite() {
    return WRITES.contains(request.method());
  }

  /** Whether it was sent and scored. */
  public boolean isScored() {
    return stepClass == StepClass.SCORED;
  }

  /** Whether the service accepted it. */
  public boolean isAccepted() {
    return recorded.status() < 300;
  }

  String date() {
    return recorded.date();
  }

  String comparablePath() {
    return RecordedPath.comparable(request.path());
  }

  /** Path and body in lower case. */
  String text() {
    return text;
  }

  /** Whether it has to do with the resource of an operation. */
  boolean touches(ReplayStep operation) {
    String mine = comparablePath();
    return RecordedPath.isWithin(mine, operation.resource)
        || operation.resource.startsWith(mine + "/")
        || text.contains(operation.resource);
  }

  /** Whether the answer shows an operation that runs. */
  boolean isAnsweredInFlight() {
    return status() == 409
        || status() == 429
        || (request.method().equals("GET") && AnswerFacts.isPending(answer));
  }
}
