package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What an accepted request is answered with, and what goes on after it.
 *
 * @param status the HTTP status; 0: 201 for a new resource, 200 for an existing one
 * @param body the answer's body or, if {@code stores}, the resource's new state; null: empty body
 * @param stores whether the body becomes the state of the addressed resource
 * @param links which headers lead to the operation
 * @param work what takes time; null: the request is done
 */
public record Answer(
    int status, @Nullable JsonNode body, boolean stores, Links links, @Nullable Work work) {

  /** The headers by which a client follows an operation. */
  public enum Links {
    NONE,
    ASYNC_OPERATION,
    ASYNC_OPERATION_AND_LOCATION,
    LOCATION
  }

  /**
   * PUT of a resource: stored and marked {@code Updating} (with everything inside that has a
   * state), answered 201 or 200 with its view and {@code Azure-AsyncOperation}.
   */
  public static Answer stored(ObjectNode resource, Work work) {
    return new Answer(0, resource, true, Links.ASYNC_OPERATION, work);
  }

  /**
   * PUT that changes little: stored as {@code Succeeded}, with the header of a finished operation.
   */
  public static Answer storedAtOnce(ObjectNode resource) {
    return new Answer(0, resource, true, Links.ASYNC_OPERATION, null);
  }

  /** PUT of what takes no time: stored as {@code Succeeded}, without any operation. */
  public static Answer made(ObjectNode resource) {
    return new Answer(0, resource, true, Links.NONE, null);
  }

  /** PATCH: stored as {@code Succeeded} and answered 200, without any operation. */
  public static Answer patched(ObjectNode resource) {
    return new Answer(200, resource, true, Links.NONE, null);
  }

  /** PATCH of a gateway: stored as {@code Updating}; only reading the resource shows the end. */
  public static Answer patchedSlowly(ObjectNode resource, Work work) {
    return new Answer(200, resource, true, Links.NONE, work);
  }

  /** A finished answer that stores nothing. */
  public static Answer plain(int status, @Nullable JsonNode body) {
    return new Answer(status, body, false, Links.NONE, null);
  }

  /** DELETE, or POST of a reset: 202, empty, with both headers. */
  public static Answer accepted(Work work) {
    return new Answer(202, null, false, Links.ASYNC_OPERATION_AND_LOCATION, work);
  }

  /** POST of a question: 202 with body {@code null} and only {@code Location}. */
  public static Answer acceptedByLocation(Work work) {
    return new Answer(202, NullNode.instance, false, Links.LOCATION, work);
  }

  /** PUT of a shared key: 200 with body {@code null} and {@code Azure-AsyncOperation}. */
  public static Answer acceptedAsNull(Work work) {
    return new Answer(200, NullNode.instance, false, Links.ASYNC_OPERATION, work);
  }
}
