package io.github.hybridnet.azure.resource;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.ApiVersion;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.json.JsonTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The RADIUS secrets of gateways whose clients sign in with RADIUS. Newer versions of the interface
 * do not return them with the gateway ("We will no longer return radiusServerSecret in
 * VirtualNetworkGateway Create/Update/Get/List/UpdateTags APIs response", description of the
 * property), and a write without them would remove them. They are asked for at an address of their
 * own.
 */
final class RadiusSecretReader {
  private static final String CLIENTS = "vpnClientConfiguration";
  private static final String ADDRESS = "radiusServerAddress";
  private static final String SECRET = "radiusServerSecret";
  private static final String SERVERS = "radiusServers";

  /** Refusals that leave the secrets unknown: no right, or an interface that has no such call. */
  private static final Set<Kind> HIDDEN = Set.of(Kind.UNAUTHORIZED, Kind.REFUSED);

  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHENTICATED = 401;

  private final ArmHttpClient requests;

  RadiusSecretReader(ArmHttpClient requests) {
    this.requests = requests;
  }

  /**
   * The gateway with its RADIUS secrets in clear, asked for when it came without them. Secrets that
   * must not be read are left out, and then nothing may be written that would lose them.
   */
  ActualResource completed(ActualResource gateway) {
    Map<String, Object> clients = gateway.properties().body(CLIENTS).members();
    if (!isIncomplete(clients)) {
      return gateway;
    }
    Map<String, Object> whole = completed(clients, secrets(gateway.key()));
    return gateway.withBody(
        new ResourceBody(gateway.body()).with(whole, "properties", CLIENTS).members());
  }

  private static boolean isIncomplete(Map<String, Object> clients) {
    return lacksSecret(clients)
        || JsonTree.objects(clients, SERVERS).stream().anyMatch(RadiusSecretReader::lacksSecret);
  }

  private static boolean lacksSecret(Map<String, Object> server) {
    return isSaid(server, ADDRESS) && !isSaid(server, SECRET);
  }

  private static boolean isSaid(Map<String, Object> server, String name) {
    return JsonTree.text(server, name).filter(text -> !text.isBlank()).isPresent();
  }

  private static Map<String, Object> completed(
      Map<String, Object> clients, Map<String, String> secrets) {
    Map<String, Object> whole = withSecret(clients, secrets);
    List<Map<String, Object>> servers = JsonTree.objects(clients, SERVERS);
    if (!servers.isEmpty()) {
      List<Object> all = new ArrayList<>();
      servers.forEach(server -> all.add(withSecret(server, secrets)));
      whole.put(SERVERS, all);
    }
    return whole;
  }

  private static Map<String, Object> withSecret(
      Map<String, Object> server, Map<String, String> secrets) {
    Map<String, Object> whole = new LinkedHashMap<>(server);
    if (lacksSecret(server)) {
      whole.remove(SECRET);
      String secret = secrets.get(JsonTree.text(server, ADDRESS).orElse(""));
      if (secret != null) {
        whole.put(SECRET, secret);
      }
    }
    return whole;
  }

  private Map<String, String> secrets(ResourceKey gateway) {
    try {
      Map<String, Object> answer =
          requests.ask(gateway.id() + "/listRadiusSecrets", ApiVersion.NETWORK, JsonTree::read);
      Map<String, String> secrets = new HashMap<>();
      for (Map<String, Object> server : JsonTree.objects(answer, "value")) {
        JsonTree.text(server, SECRET)
            .filter(RadiusSecretReader::isShown)
            .ifPresent(text -> secrets.put(JsonTree.text(server, ADDRESS).orElse(""), text));
      }
      return secrets;
    } catch (CloudException failure) {
      if (HIDDEN.contains(failure.kind())
          && failure.status() >= BAD_REQUEST
          && failure.status() != UNAUTHENTICATED) {
        return Map.of();
      }
      throw failure;
    }
  }

  /** A mask is no secret. */
  private static boolean isShown(String secret) {
    return !secret.isBlank() && !secret.matches("\\*+");
  }
}
