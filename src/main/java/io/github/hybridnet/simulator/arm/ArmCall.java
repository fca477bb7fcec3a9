package io.github.hybridnet.simulator.arm;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request to Resource Manager: its path in segments, its version, its body. */
public final class ArmCall {
  /** Whether there is such a version is asked of the cloud. */
  private static final Pattern VERSION =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}(-[A-Za-z0-9.-]+)?|\\d+(\\.\\d+)?");

  /** Where links in answers to the cloud itself lead; only their paths are used. */
  private static final String INTERNAL = "https://localhost";

  private final ServerRequest serverRequest;
  private final List<String> segments;
  private final Map<String, String> query;
  private final String apiVersion;
  private final boolean ofTheCloud;

  /**
   * Reads what Azure Resource Manager needs of a request.
   *
   * @throws ArmException if it has no usable API version
   */
  public ArmCall(ServerRequest serverRequest) {
    this(serverRequest, false);
  }

  private ArmCall(ServerRequest serverRequest, boolean ofTheCloud) {
    this.serverRequest = serverRequest;
    this.ofTheCloud = ofTheCloud;
    this.segments = serverRequest.segments();
    this.query = serverRequest.query();
    this.apiVersion = version(query);
  }

  /** A request that the simulated cloud makes of itself. */
  public static ArmCall internal(
      String method, String path, String apiVersion, @Nullable JsonNode body) {
    String escaped =
        Stream.of(path.split("/")).map(ArmCall::escaped).collect(Collectors.joining("/"));
    ServerRequest.Target target =
        new ServerRequest.Target(escaped, "api-version=" + escaped(apiVersion));
    byte[] bytes = body == null ? new byte[0] : JsonCodec.bytes(body);
    return new ArmCall(new ServerRequest(method, target, INTERNAL, Map.of(), bytes), true);
  }

  private static String escaped(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
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
      throw ArmErrors.malformedApiVersion(version);
    }
    return version;
  }

  /** The HTTP method in upper case. */
  public String method() {
    return serverRequest.method();
  }

  /** Whether it is a GET. */
  public boolean gets() {
    return method().equals("GET");
  }

  /**
   * Whether the simulated cloud made the call itself, for a request that it has already accepted.
   */
  public boolean isOfTheCloud() {
    return ofTheCloud;
  }

  /** Whether nothing is changed by it. */
  public boolean reads() {
    return gets() || method().equals("HEAD");
  }

  /** The version asked for. */
  public String apiVersion() {
    return apiVersion;
  }

  /** All query parameters, decoded. */
  public Map<String, String> query() {
    return query;
  }

  /** A header of the request. */
  public Optional<String> header(String name) {
    return serverRequest.header(name);
  }

  /** How many segments the path has. */
  public int size() {
    return segments.size();
  }

  /** The segment at this place as it was sent; empty text beyond the end. */
  public String segment(int place) {
    return place < segments.size() ? segments.get(place) : "";
  }

  /** Whether the segment at this place is this word in any case. */
  public boolean is(int place, String word) {
    return segment(place).equalsIgnoreCase(word);
  }

  /** The segments from this place on. */
  public List<String> from(int place) {
    return segments.subList(Math.min(place, segments.size()), segments.size());
  }

  /** An absolute address of this server with the version of this call. */
  public String url(String path) {
    return serverRequest.base() + path + "?api-version=" + apiVersion;
  }

  /** The absolute address of this call, without its query. */
  public String address() {
    return serverRequest.base() + serverRequest.target().path();
  }

  /**
   * The body; null if it is empty.
   *
   * @throws ArmException if it is not JSON
   */
  public @Nullable JsonNode body() {
    if (serverRequest.body().length == 0) {
      return null;
    }
    try {
      return JsonCodec.parse(serverRequest.body());
    } catch (JsonCodec.BadJsonException e) {
      throw ArmErrors.invalidRequestContent(e.why());
    }
  }

  /** The body as it was sent, for endpoints that read more than strict JSON. */
  public byte[] content() {
    return serverRequest.body();
  }

  public ResourceRequest.Call toCall() {
    return toCall(body());
  }

  /** The call with its body as it was read. */
  public ResourceRequest.Call toCall(@Nullable JsonNode body) {
    return new ResourceRequest.Call(method(), apiVersion, query, body);
  }

  /** The refusal of an unknown path. */
  public ArmException unknown() {
    return ArmErrors.notSimulated(method(), serverRequest.target().path());
  }

  /** The refusal of a method that the path does not support. */
  public ArmException wrongMethod() {
    return ArmErrors.methodNotAllowed(method(), serverRequest.target().path());
  }
}
