package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to a resource, after the platform's own checks (subscription, group, parent, API
 * version, location, {@code If-Match}).
 *
 * @param world all that may be read and changed
 * @param id the addressed resource, canonically spelled
 * @param call the request as it came
 * @param resource a copy of the existing resource; null if there is none
 * @param variables the segments that a sub-path's {@code {…}} matched
 */
public record ResourceRequest(
    World world,
    ArmId id,
    Call call,
    @Nullable ObjectNode resource,
    Map<String, String> variables) {

  public ResourceRequest {
    variables = Map.copyOf(variables);
  }

  /**
   * The request as it came.
   *
   * @param method the HTTP method
   * @param apiVersion the version asked for, as {@code yyyy-MM-dd}, possibly with a suffix
   * @param query all query parameters, decoded
   * @param body the JSON body; null if empty
   */
  public record Call(
      String method, String apiVersion, Map<String, String> query, @Nullable JsonNode body) {

    private static final String INTERNAL_VERSION = "2025-03-01";

    public Call {
      query = Map.copyOf(query);
    }

    /** A call that no client made: it shows resources as one version, the same for all. */
    public static Call internal(String method, Map<String, String> query, @Nullable JsonNode body) {
      return new Call(method, INTERNAL_VERSION, query, body);
    }
  }

  /** The existing resource, a copy. */
  public Optional<ObjectNode> existing() {
    return Optional.ofNullable(resource);
  }

  /** The existing resource, for requests that the platform accepts only if it exists. */
  public ObjectNode required() {
    return existing().orElseThrow(() -> ArmErrors.notFound(id));
  }

  /** A copy of the body, which is an object. */
  public ObjectNode body() {
    JsonNode body = call.body();
    if (body instanceof ObjectNode object) {
      return object.deepCopy();
    }
    throw ArmErrors.missingBody();
  }

  /** Whether the client asked for this version ({@code yyyy-MM-dd}) or a later one. */
  public boolean since(String version) {
    return call.apiVersion().compareTo(version) >= 0;
  }
}
