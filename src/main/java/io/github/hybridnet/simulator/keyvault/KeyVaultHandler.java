package io.github.hybridnet.simulator.keyvault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Request;
import io.github.hybridnet.simulator.http.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Secrets at {@code /_vaults/{vault}/secrets/{name}[/{version}]}, and of the vault {@code default}
 * at {@code /secrets/{name}}. The id of a version is {@code /secrets/{name}/{version}} whatever its
 * vault, because clients take name and version from these places. A request without a good token
 * gets the challenge by which clients of Key Vault find out where to sign in.
 */
public final class KeyVaultHandler {
  private static final String DEFAULT_VAULT = "default";
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z-]{1,127}");

  private final Secrets secrets;
  private final String tenantId;
  private final Predicate<Request> authorised;
  private final InstantSource clock;

  /**
   * Serves these secrets.
   *
   * @param secrets the secrets
   * @param tenantId the tenant in the challenge
   * @param authorised whether a request has a good token
   * @param clock simulated time
   */
  public KeyVaultHandler(
      Secrets secrets, String tenantId, Predicate<Request> authorised, InstantSource clock) {
    this.secrets = secrets;
    this.tenantId = tenantId;
    this.authorised = authorised;
    this.clock = clock;
  }

  /** Answers if the request is one to a vault; else empty. */
  public Optional<Response> serve(Request request) {
    List<String> path = request.segments();
    boolean named = path.size() > 2 && path.get(0).equals("_vaults");
    List<String> rest = named ? path.subList(2, path.size()) : path;
    if (rest.size() < 2 || rest.size() > 3 || !rest.get(0).equalsIgnoreCase("secrets")) {
      return Optional.empty();
    }
    if (!authorised.test(request)) {
      return Optional.of(challenge(request));
    }
    String vault = named ? path.get(1) : DEFAULT_VAULT;
    Secrets.Version asked =
        new Secrets.Version(vault, rest.get(1), rest.size() == 3 ? rest.get(2) : "", "", 0);
    return Optional.of(
        switch (request.method()) {
          case "GET" -> get(request.base(), asked);
          case "PUT" -> put(asked, request);
          default -> error(405, "MethodNotAllowed", "Secrets are only read and set here.");
        });
  }

  private Response challenge(Request request) {
    String resource = request.base();
    return error(401, "Unauthorized", "AKV10000: Request is missing a Bearer or PoP token.")
        .with(
            "WWW-Authenticate",
            String.format(
                "Bearer authorization=\"%s/%s\", resource=\"%s\"",
                request.base(), tenantId, resource));
  }

  private Response get(String base, Secrets.Version asked) {
    Optional<Secrets.Version> found =
        secrets
            .find(asked.vault(), asked.name(), asked.version())
            .or(() -> secrets.findAnywhere(asked.name(), asked.version()));
    return found
        .map(version -> Response.json(200, show(base, version)))
        .orElseGet(
            () ->
                error(
                    404,
                    "SecretNotFound",
                    "A secret with (name/id) "
                        + asked.name()
                        + " was not found in this key vault. If you recently deleted this secret"
                        + " you may be able to recover it using the correct recovery command. For"
                        + " help resolving this issue, please see"
                        + " https://go.microsoft.com/fwlink/?linkid=2125182"));
  }

  private Response put(Secrets.Version asked, Request request) {
    if (!NAME.matcher(asked.name()).matches() || !asked.version().isEmpty()) {
      return error(
          400, "BadParameter", "The request URI contains an invalid name: " + asked.name());
    }
    JsonNode value;
    try {
      value = Json.parse(request.body()).path("value");
    } catch (Json.BadJsonException e) {
      return error(400, "BadParameter", "The request body is " + e.why() + ".");
    }
    if (!value.isTextual()) {
      return error(400, "BadParameter", "Property value has invalid value");
    }
    String id = UUID.randomUUID().toString().replace("-", "");
    Secrets.Version version =
        new Secrets.Version(
            asked.vault(), asked.name(), id, value.asText(), clock.instant().getEpochSecond());
    secrets.add(version);
    return Response.json(200, show(request.base(), version));
  }

  private static ObjectNode show(String base, Secrets.Version version) {
    ObjectNode body = Json.object().put("value", version.value());
    body.put(
        "id", URI.create(base + "/secrets/" + version.name() + "/" + version.version()).toString());
    body.putObject("attributes")
        .put("enabled", true)
        .put("created", version.created())
        .put("updated", version.created())
        .put("recoveryLevel", "Recoverable+Purgeable")
        .put("recoverableDays", 90);
    return body;
  }

  private static Response error(int status, String code, String message) {
    ObjectNode body = Json.object();
    body.putObject("error").put("code", code).put("message", message);
    return Response.json(status, body);
  }
}
