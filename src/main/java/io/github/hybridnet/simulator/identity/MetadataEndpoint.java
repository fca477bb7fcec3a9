package io.github.hybridnet.simulator.identity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.net.URI;

/**
 * {@code /metadata/endpoints}: the addresses of the services of this cloud. All are at the address
 * that the client used.
 */
public final class MetadataEndpoint {
  private static final String NAME = "hybridnet-simulator";

  private final String tenantId;

  public MetadataEndpoint(String tenantId) {
    this.tenantId = tenantId;
  }

  /** Answers in the form that the API version has: an object, or for two versions an array. */
  public ServerResponse serve(ServerRequest serverRequest) {
    return switch (serverRequest.query().getOrDefault("api-version", "")) {
      case "2015-01-01" -> ServerResponse.json(200, first(serverRequest.base()));
      case "2019-05-01", "2020-06-01" -> {
        ArrayNode clouds = JsonCodec.object().arrayNode();
        clouds.add(current(serverRequest.base()));
        yield ServerResponse.json(200, clouds);
      }
      case "2022-09-01" -> ServerResponse.json(200, current(serverRequest.base()));
      default -> unknownVersion();
    };
  }

  private static ServerResponse unknownVersion() {
    ObjectNode body = JsonCodec.object();
    body.putObject("error")
        .put("code", "InvalidApiVersionParameter")
        .put(
            "message",
            "The metadata exist in the api-versions 2015-01-01, 2019-05-01, 2020-06-01 and"
                + " 2022-09-01.");
    return ServerResponse.json(400, body);
  }

  /** The login endpoint ends in "adfs", so that old clients do not ask a public host. */
  private static ObjectNode first(String base) {
    ObjectNode body = JsonCodec.object();
    body.put("galleryEndpoint", base + "/").put("graphEndpoint", base + "/");
    body.put("portalEndpoint", base + "/");
    ObjectNode authentication = body.putObject("authentication");
    authentication.put("loginEndpoint", base + "/adfs");
    authentication.putArray("audiences").add(base + "/");
    return body;
  }

  private ObjectNode current(String base) {
    ObjectNode body = JsonCodec.object().put("name", NAME);
    body.put("resourceManager", base + "/").put("portal", base + "/");
    ObjectNode authentication = body.putObject("authentication");
    authentication.put("loginEndpoint", base + "/");
    authentication.putArray("audiences").add(base + "/").add("https://management.azure.com/");
    authentication.put("tenant", tenantId).put("identityProvider", "AAD");
    for (String other :
        new String[] {
          "gallery",
          "graph",
          "graphAudience",
          "microsoftGraphResourceId",
          "batch",
          "media",
          "sqlManagement",
          "vmImageAliasDoc",
          "activeDirectoryDataLake"
        }) {
      body.put(other, base + "/");
    }
    String authority = URI.create(base).getAuthority();
    body.putObject("suffixes")
        .put("keyVaultDns", authority)
        .put("storage", authority)
        .put("sqlServerHostname", authority)
        .put("acrLoginServer", authority)
        .put("azureDataLakeStoreFileSystem", authority)
        .put("azureDataLakeAnalyticsCatalogAndJob", authority);
    // A vault cannot be a host name below localhost, so it is a path; this says which.
    body.put("keyVaultTemplate", base + "/_vaults/{vault}");
    return body;
  }
}
