package io.github.hybridnet.simulator.arm.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the state as a JSON document, and reads it. */
public final class CloudStateJson {
  /** The field whose text the state file encrypts; see {@code SecretFields}. */
  private static final String SECRET = "secretValue";

  private CloudStateJson() {}

  public static ObjectNode write(CloudStateSnapshot estate) {
    ObjectNode document = JsonCodec.object();
    document.put("seed", estate.seed).put("generated", estate.generated);
    ObjectNode draws = document.putObject("draws");
    estate.draws.forEach(draw -> draws.put(draw.getKey(), draw.getValue()));
    document.putArray("resourceGroups").addAll(estate.groups);
    document.putArray("resources").addAll(estate.resources);
    ObjectNode times = document.putObject("times");
    estate.times.forEach(
        entry ->
            times
                .putObject(entry.getKey())
                .put("created", entry.getValue().created().toString())
                .put("changed", entry.getValue().changed().toString()));
    ArrayNode operations = document.putArray("operations");
    estate.operations.forEach(operation -> operations.add(write(operation)));
    ArrayNode events = document.putArray("events");
    estate.events.forEach(event -> events.add(write(event)));
    ArrayNode notes = document.putArray("notes");
    estate.notes.forEach(note -> notes.add(write(note)));
    return document;
  }

  /**
   * Reads the state from its JSON document.
   *
   * @throws RuntimeException of any kind if it is not one that {@link #write} wrote
   */
  public static CloudState read(JsonNode document) {
    CloudState cloudState =
        new CloudState(
            document.required("seed").longValue(), document.required("generated").longValue());
    cloudState.undo().open();
    fill(cloudState, document);
    cloudState.undo().close();
    return cloudState;
  }

  private static void fill(CloudState cloudState, JsonNode document) {
    // States of earlier versions have none.
    for (Map.Entry<String, JsonNode> draw : document.path("draws").properties()) {
      cloudState.draws().put(draw.getKey(), draw.getValue().intValue());
    }
    for (JsonNode group : document.required("resourceGroups")) {
      cloudState.groups().put(id(group, "id").key(), (ObjectNode) group);
    }
    for (JsonNode resource : document.required("resources")) {
      cloudState.resources().put(id(resource, "id").key(), (ObjectNode) resource);
    }
    document
        .path("times")
        .properties()
        .forEach(entry -> cloudState.times().put(entry.getKey(), times(entry.getValue())));
    for (JsonNode node : document.required("operations")) {
      StoredOperation operation = operation(node);
      cloudState.operations().put(operation.id(), operation);
    }
    for (JsonNode node : document.required("events")) {
      StoredEvent event = event(node);
      cloudState.events().put(event.key(), event);
    }
    // States of earlier versions have none.
    for (JsonNode node : document.path("notes")) {
      StoredNote note =
          new StoredNote(text(node, "name"), id(node, "about"), (ObjectNode) node.required("text"));
      cloudState.notes().put(note.key(), note);
    }
  }

  private static StoredEvent event(JsonNode node) {
    return new StoredEvent(
        text(node, "name"),
        id(node, "target"),
        Instant.parse(text(node, "due")),
        (ObjectNode) secret(node).required("data"));
  }

  private static ResourceTimes times(JsonNode node) {
    return new ResourceTimes(
        Instant.parse(text(node, "created")), Instant.parse(text(node, "changed")));
  }

  private static ObjectNode write(StoredNote note) {
    ObjectNode node = JsonCodec.object();
    node.put("name", note.name()).put("about", note.about().toString());
    node.set("text", note.text());
    return node;
  }

  private static ObjectNode write(StoredEvent event) {
    ObjectNode node = JsonCodec.object();
    node.put("name", event.name()).put("target", event.target().toString());
    node.put("due", event.due().toString());
    return hide(node, event.data(), null);
  }

  private static ObjectNode write(StoredOperation operation) {
    ObjectNode node = JsonCodec.object();
    node.put("id", operation.id());
    node.put("handler", operation.job().handler());
    node.put("name", operation.job().name());
    node.put("target", operation.job().target().toString());
    node.put("due", operation.due().toString());
    node.put("links", operation.links().name());
    node.put("status", operation.outcome().status().name());
    ArmError error = operation.outcome().error();
    if (error != null) {
      node.set("error", write(error));
    }
    return hide(node, operation.job().data(), operation.outcome().result());
  }

  private static ObjectNode write(ArmError error) {
    ObjectNode node = JsonCodec.object();
    node.put("status", error.status()).put("code", error.code()).put("message", error.message());
    node.put("source", error.source().name());
    ArrayNode details = node.putArray("details");
    error
        .details()
        .forEach(
            detail ->
                details
                    .addObject()
                    .put("code", detail.code())
                    .put("message", detail.message())
                    .put("about", detail.about()));
    return node;
  }

  /**
   * Writes the data of handlers as one encrypted text, because only they know whether it is secret.
   */
  private static ObjectNode hide(ObjectNode node, ObjectNode data, @Nullable JsonNode result) {
    ObjectNode kept = JsonCodec.object();
    kept.set("data", data);
    if (result != null) {
      kept.set("result", result);
    }
    return node.put(SECRET, new String(JsonCodec.bytes(kept), StandardCharsets.UTF_8));
  }

  private static JsonNode secret(JsonNode node) {
    try {
      return JsonCodec.parse(text(node, SECRET).getBytes(StandardCharsets.UTF_8));
    } catch (JsonCodec.BadJsonException e) {
      throw new IllegalArgumentException("not JSON inside " + SECRET, e);
    }
  }

  private static StoredOperation operation(JsonNode node) {
    JsonNode kept = secret(node);
    StoredOperation.Job job =
        new StoredOperation.Job(
            text(node, "handler"),
            text(node, "name"),
            id(node, "target"),
            (ObjectNode) kept.required("data"));
    StoredOperation.Outcome outcome =
        new StoredOperation.Outcome(
            StoredOperation.Status.valueOf(text(node, "status")),
            node.has("error") ? error(node.get("error")) : null,
            kept.get("result"));
    return new StoredOperation(
        text(node, "id"),
        job,
        Instant.parse(text(node, "due")),
        OperationAnswer.OperationLinks.valueOf(text(node, "links")),
        outcome);
  }

  private static ArmError error(JsonNode node) {
    ArmError.Detail[] details = new ArmError.Detail[node.required("details").size()];
    Iterator<JsonNode> each = node.required("details").iterator();
    for (int i = 0; i < details.length; i++) {
      JsonNode detail = each.next();
      details[i] =
          new ArmError.Detail(
              text(detail, "code"), text(detail, "message"), detail.path("about").textValue());
    }
    return new ArmError(
        node.required("status").intValue(),
        text(node, "code"),
        text(node, "message"),
        ArmError.Source.valueOf(text(node, "source")),
        List.of(details));
  }

  private static ArmId id(JsonNode node, String field) {
    String text = text(node, field);
    return ArmId.parse(text)
        .orElseThrow(() -> new IllegalArgumentException("not a resource id: " + text));
  }

  private static String text(JsonNode node, String field) {
    return node.required(field).textValue();
  }
}
