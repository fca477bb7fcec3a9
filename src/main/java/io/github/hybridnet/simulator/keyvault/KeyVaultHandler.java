package io.github.hybridnet.simulator.keyvault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
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
 * vault, because clients take name and version from these places. A request without a valid token
 * gets the challenge that tells clients of Key Vault where to sign in.
 */
public final class KeyVaultHandler {
  private static final String DEFAULT_VAULT = "default";
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z-]{1,127}");

  private final VaultSecrets vaultSecrets;
  private final String tenantId;
  private final Predicate<ServerRequest> authorised;
  private final InstantSource clock;

  /**
   * Serves the secrets of all vaults.
   *
   * @param vaultSecrets the secrets
   * @param tenantId the tenant in the challenge
   * @param authorised whether a request has a good token
   * @param clock simulated time
   */
  public KeyVaultHandler(
      VaultSecrets vaultSecrets,
      String tenantId,
      Predicate<ServerRequest> authorised,
      InstantSource clock) {
    this.vaultSecrets = vaultSecrets;
    this.tenantId = tenantId;
    this.authorised = authorised;
    this.clock = clock;
  }

  /** Answers if the request is one to a vault; else empty. */
  public Optional<ServerResponse> serve(ServerRequest serverRequest) {
    List<String> path = serverRequest.segments();
    boolean named = path.size() > 2 && path.get(0).equals("_vaults");
    List<String> rest = named ? path.subList(2, path.size()) : path;
    if (rest.size() < 2 || rest.size() > 3 || !rest.get(0).equalsIgnoreCase("secrets")) {
      return Optional.empty();
    }
    if (!authorised.test(serverRequest)) {
      return Optional.of(challenge(serverRequest));
    }
    String vault = named ? path.get(1) : DEFAULT_VAULT;
    VaultSecrets.Version asked =
        new VaultSecrets.Version(vault, rest.get(1), rest.size() == 3 ? rest.get(2) : "", "", 0);
    return Optional.of(
        switch (serverRequest.method()) {
          case "GET" -> get(serverRequest.base(), asked);
          case "PUT" -> put(asked, serverRequest);
          default -> error(405, "MethodNotAllowed", "Secrets are only read and set here.");
        });
  }

  private ServerResponse challenge(ServerRequest serverRequest) {
    String resource = serverRequest.base();
    return error(401, "Unauthorized", "AKV10000: Request is missing a Bearer or PoP token.")
        .with(
            "WWW-Authenticate",
            String.format(
                "Bearer authorization=\"%s/%s\", resource=\"%s\"",
                serverRequest.base(), tenantId, resource));
  }

  private ServerResponse get(String base, VaultSecrets.Version asked) {
    Optional<VaultSecrets.Version> found =
        vaultSecrets
            .find(asked.vault(), asked.name(), asked.version())
            .or(() -> vaultSecrets.findAnywhere(asked.name(), asked.version()));
    return found
        .map(version -> ServerResponse.json(200, show(base, version)))
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

  private ServerResponse put(VaultSecrets.Version asked, ServerRequest serverRequest) {
    if (!NAME.matcher(asked.name()).matches() || !asked.version().isEmpty()) {
      return error(
          400, "BadParameter", "The request URI contains an invalid name: " + asked.name());
    }
    JsonNode value;
    try {
      value = JsonCodec.parse(serverRequest.body()).path("value");
    } catch (JsonCodec.BadJsonException e) {
      return error(400, "BadParameter", "The request body is " + e.why() + ".");
    }
    if (!value.isTextual()) {
      return error(400, "BadParameter", "Property value has invalid value");
    }
    String id = UUID.randomUUID().toString().replace("-", "");
    VaultSecrets.Version version =
        new VaultSecrets.Version(
            asked.vault(), asked.name(), id, value.asText(), clock.instant().getEpochSecond());
    vaultSecrets.add(version);
    return ServerResponse.json(200, show(serverRequest.base(), version));
  }

  private static ObjectNode show(String base, VaultSecrets.Version version) {
    ObjectNode body = JsonCodec.object().put("value", version.value());
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

  private static ServerResponse error(int status, String code, String message) {
    ObjectNode body = JsonCodec.object();
    body.putObject("error").put("code", code).put("message", message);
    return ServerResponse.json(status, body);
  }
}
