package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request to Resource Manager: its path in segments, its version, its body. */
final class ArmCall {
  private static final Pattern VERSION =
      Pattern.compile("20(1[4-9]|2[0-6])-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(-[A-Za-z0-9.-]+)?");

  private final Request request;
  private final List<String> segments;
  private final Map<String, String> query;
  private final String apiVersion;

  /**
   * Reads the request.
   *
   * @throws ArmException if it has no usable API version
   */
  ArmCall(Request request) {
    this.request = request;
    this.segments = request.segments();
    this.query = request.query();
    this.apiVersion = version(query);
  }

  private static String version(Map<String, String> query) {
    String version =
        query.entrySet().stream()
            .filter(entry -> entry.getKey().equalsIgnoreCase("api-version"))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(ArmErrors::missingApiVersion);
    if (version.isBlank()) {
      throw ArmErrors.missingApiVersion();
    }
    if (!VERSION.matcher(version).matches()) {
      throw ArmErrors.invalidApiVersion(version);
    }
    return version;
  }

  String method() {
    return request.method();
  }

  boolean gets() {
    return method().equals("GET");
  }

  /** Whether nothing is changed by it. */
  boolean reads() {
    return gets() || method().equals("HEAD");
  }

  String apiVersion() {
    return apiVersion;
  }

  Map<String, String> query() {
    return query;
  }

  Optional<String> header(String name) {
    return request.header(name);
  }

  int size() {
    return segments.size();
  }

  /** The segment at this place as it was sent; empty text beyond the end. */
  String segment(int place) {
    return place < segments.size() ? segments.get(place) : "";
  }

  boolean is(int place, String word) {
    return segment(place).equalsIgnoreCase(word);
  }

  List<String> from(int place) {
    return segments.subList(Math.min(place, segments.size()), segments.size());
  }

  /** An absolute address of this server with the version of this call. */
  String url(String path) {
    return request.base() + path + "?api-version=" + apiVersion;
  }

  /** The absolute address of this call, without its query. */
  String address() {
    return request.base() + request.target().path();
  }

  /**
   * The body; null if it is empty.
   *
   * @throws ArmException if it is not JSON
   */
  @Nullable JsonNode body() {
    if (request.body().length == 0) {
      return null;
    }
    try {
      return Json.parse(request.body());
    } catch (Json.BadJsonException e) {
      throw ArmErrors.invalidRequestContent(e.why());
    }
  }

  ArmRequest.Call toCall() {
    return new ArmRequest.Call(method(), apiVersion, query, body());
  }

  /** The refusal of a path that nobody serves. */
  ArmException unknown() {
    return ArmErrors.notSimulated(method(), request.target().path());
  }

  /** The refusal of a verb at a path that knows others. */
  ArmException wrongMethod() {
    return ArmErrors.methodNotAllowed(method(), request.target().path());
  }
}
