package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The answer to an accepted request, and the work that goes on after it.
 *
 * @param status the HTTP status; 0: 201 for a new resource, 200 for an existing one
 * @param body the answer's body or, if {@code stores}, the resource's new state; null: empty body
 * @param stores whether the body becomes the state of the addressed resource
 * @param links which headers lead to the operation
 * @param work what takes time; null: the request is done
 */
public record OperationAnswer(
    int status,
    @Nullable JsonNode body,
    boolean stores,
    OperationLinks links,
    @Nullable TimedWork work) {

  /** The headers by which a client follows an operation. */
  public enum OperationLinks {
    NONE,
    ASYNC_OPERATION,
    ASYNC_OPERATION_AND_LOCATION,
    LOCATION
  }

  /**
   * PUT of a resource: stored and marked {@code Updating} (with everything inside that has a
   * state), answered 201 or 200 with its view and {@code Azure-AsyncOperation}.
   */
  public static OperationAnswer stored(ObjectNode resource, TimedWork timedWork) {
    return new OperationAnswer(0, resource, true, OperationLinks.ASYNC_OPERATION, timedWork);
  }

  /**
   * PUT that changes little: stored as {@code Succeeded}, with the header of a finished operation.
   */
  public static OperationAnswer storedAtOnce(ObjectNode resource) {
    return new OperationAnswer(0, resource, true, OperationLinks.ASYNC_OPERATION, null);
  }

  /** PUT that takes no time: stored as {@code Succeeded}, without any operation. */
  public static OperationAnswer made(ObjectNode resource) {
    return new OperationAnswer(0, resource, true, OperationLinks.NONE, null);
  }

  /** PATCH: stored as {@code Succeeded} and answered 200, without any operation. */
  static OperationAnswer patched(ObjectNode resource) {
    return new OperationAnswer(200, resource, true, OperationLinks.NONE, null);
  }

  /** PATCH of a gateway: stored as {@code Updating}; only reading the resource shows the end. */
  public static OperationAnswer patchedSlowly(ObjectNode resource, TimedWork timedWork) {
    return new OperationAnswer(200, resource, true, OperationLinks.NONE, timedWork);
  }

  /** A finished answer that stores nothing. */
  public static OperationAnswer plain(int status, @Nullable JsonNode body) {
    return new OperationAnswer(status, body, false, OperationLinks.NONE, null);
  }

  /** DELETE, or POST of a reset: 202, empty, with both headers. */
  public static OperationAnswer accepted(TimedWork timedWork) {
    return new OperationAnswer(
        202, null, false, OperationLinks.ASYNC_OPERATION_AND_LOCATION, timedWork);
  }

  /** POST of an inquiry: 202 with body {@code null} and only {@code Location}. */
  public static OperationAnswer acceptedByLocation(TimedWork timedWork) {
    return new OperationAnswer(202, NullNode.instance, false, OperationLinks.LOCATION, timedWork);
  }

  /** PUT of a shared key: 200 with body {@code null} and {@code Azure-AsyncOperation}. */
  public static OperationAnswer acceptedAsNull(TimedWork timedWork) {
    return new OperationAnswer(
        200, NullNode.instance, false, OperationLinks.ASYNC_OPERATION, timedWork);
  }
}
