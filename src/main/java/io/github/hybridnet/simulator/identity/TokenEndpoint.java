package io.github.hybridnet.simulator.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.http.QueryString;
import io.github.hybridnet.simulator.http.ServerRequest;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The token endpoints {@code /{tenant}/oauth2/v2.0/token}, {@code /{tenant}/oauth2/token} and
 * {@code /adfs/oauth2/token}, and the documents that lead to them. Only client credentials are
 * known.
 */
public final class TokenEndpoint {
  private static final String ADFS = "adfs";
  private static final List<String> ANY_TENANT = List.of(ADFS, "common", "organizations");

  private final ServicePrincipal principal;
  private final AccessTokens accessTokens;
  private final boolean assertions;
  private final InstantSource wall;

  /**
   * Signs in one application.
   *
   * @param principal the application
   * @param accessTokens what it gets
   * @param assertions whether a client assertion, which cannot be checked here, is accepted
   * @param wall the time in refusals
   */
  public TokenEndpoint(
      ServicePrincipal principal,
      AccessTokens accessTokens,
      boolean assertions,
      InstantSource wall) {
    this.principal = principal;
    this.accessTokens = accessTokens;
    this.assertions = assertions;
    this.wall = wall;
  }

  /** Answers if the request is one of sign-in; else empty. */
  public Optional<ServerResponse> serve(ServerRequest serverRequest) {
    List<String> path = serverRequest.segments();
    String tail =
        path.isEmpty()
            ? ""
            : String.join("/", path.subList(1, path.size())).toLowerCase(Locale.ROOT);
    boolean get = serverRequest.method().equals("GET");
    return switch (tail) {
      case "oauth2/v2.0/token", "oauth2/token" ->
          serverRequest.method().equals("POST")
              ? Optional.of(
                  correlated(serverRequest, errors -> token(serverRequest, path.get(0), errors)))
              : Optional.empty();
      case "v2.0/.well-known/openid-configuration", ".well-known/openid-configuration" ->
          get ? Optional.of(configuration(serverRequest.base(), path.get(0))) : Optional.empty();
      case "discovery/v2.0/keys", "discovery/keys" ->
          get ? Optional.of(ServerResponse.json(200, keys())) : Optional.empty();
      case "discovery/instance" ->
          get ? Optional.of(instance(serverRequest.base())) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** A reason to refuse a valid request for a token. */
  public enum Refusal {
    INVALID_CLIENT,
    UNAUTHORIZED_CLIENT,
    TEMPORARILY_UNAVAILABLE
  }

  /** Refuses a request for a token without reading it. */
  public ServerResponse refuse(ServerRequest serverRequest, Refusal reason) {
    String tenant = serverRequest.segments().get(0);
    return correlated(
        serverRequest,
        errors ->
            switch (reason) {
              case INVALID_CLIENT -> errors.wrongSecret(principal.clientId());
              case UNAUTHORIZED_CLIENT -> errors.unknownClient(principal.clientId(), tenant);
              case TEMPORARILY_UNAVAILABLE -> errors.transientError();
            });
  }

  /** Clients of sign-in compare the id that comes back with the one that they sent. */
  private ServerResponse correlated(
      ServerRequest serverRequest, Function<TokenEndpointErrors, ServerResponse> answer) {
    Optional<String> sent = serverRequest.header("client-request-id").filter(id -> !id.isBlank());
    TokenEndpointErrors errors =
        new TokenEndpointErrors(wall, sent.orElseGet(() -> UUID.randomUUID().toString()));
    ServerResponse serverResponse = answer.apply(errors);
    sent.ifPresent(id -> serverResponse.with("client-request-id", id));
    return serverResponse;
  }

  private ServerResponse token(
      ServerRequest serverRequest, String tenant, TokenEndpointErrors errors) {
    Map<String, String> form =
        QueryString.parse(new String(serverRequest.body(), StandardCharsets.UTF_8));
    if (!ANY_TENANT.contains(tenant.toLowerCase(Locale.ROOT))
        && !tenant.equalsIgnoreCase(principal.tenantId())) {
      return errors.unknownTenant(tenant);
    }
    String grant = form.getOrDefault("grant_type", "");
    if (grant.isEmpty()) {
      return errors.missing("grant_type");
    }
    if (!grant.equals("client_credentials")) {
      return errors.unsupportedGrant(grant);
    }
    String client = form.getOrDefault("client_id", "");
    if (client.isEmpty()) {
      return errors.missing("client_id");
    }
    if (!client.equalsIgnoreCase(principal.clientId())) {
      return errors.unknownClient(client, tenant);
    }
    return credential(form, errors).orElseGet(() -> granted(serverRequest.base(), tenant, form));
  }

  /** The refusal of the credential in the form; empty if it is good. */
  private Optional<ServerResponse> credential(
      Map<String, String> form, TokenEndpointErrors errors) {
    if (form.containsKey("client_secret")) {
      return same(form.get("client_secret"), principal.clientSecret())
          ? Optional.empty()
          : Optional.of(errors.wrongSecret(principal.clientId()));
    }
    return assertions && !form.getOrDefault("client_assertion", "").isEmpty()
        ? Optional.empty()
        : Optional.of(errors.noCredential());
  }

  private ServerResponse granted(String base, String tenant, Map<String, String> form) {
    String scope = form.getOrDefault("scope", form.getOrDefault("resource", base));
    String audience = scope.replaceFirst("/\\.default$", "");
    ObjectNode body = JsonCodec.object().put("token_type", "Bearer");
    body.put("expires_in", AccessTokens.LIFE.toSeconds())
        .put("ext_expires_in", AccessTokens.LIFE.toSeconds());
    body.put("access_token", accessTokens.issue(principal, issuer(base, tenant), audience));
    return ServerResponse.json(200, body);
  }

  private ServerResponse configuration(String base, String tenant) {
    String root = base + "/" + tenant;
    boolean adfs = tenant.equalsIgnoreCase(ADFS);
    String version = adfs ? "/oauth2/" : "/oauth2/v2.0/";
    ObjectNode body = JsonCodec.object();
    body.put("token_endpoint", root + version + "token");
    body.put("authorization_endpoint", root + version + "authorize");
    body.put("device_authorization_endpoint", root + version + "devicecode");
    body.put("jwks_uri", root + (adfs ? "/discovery/keys" : "/discovery/v2.0/keys"));
    body.put("issuer", issuer(base, tenant));
    body.putArray("response_types_supported").add("code").add("token");
    body.putArray("subject_types_supported").add("pairwise");
    body.putArray("id_token_signing_alg_values_supported").add("RS256");
    body.putArray("token_endpoint_auth_methods_supported")
        .add("client_secret_post")
        .add("private_key_jwt");
    return ServerResponse.json(200, body);
  }

  private ServerResponse instance(String base) {
    ObjectNode body = JsonCodec.object();
    body.put(
        "tenant_discovery_endpoint",
        base + "/" + principal.tenantId() + "/v2.0/.well-known/openid-configuration");
    body.put("api-version", "1.1");
    body.putArray("metadata");
    return ServerResponse.json(200, body);
  }

  private static ObjectNode keys() {
    ObjectNode body = JsonCodec.object();
    body.putArray("keys");
    return body;
  }

  private String issuer(String base, String tenant) {
    return tenant.equalsIgnoreCase(ADFS)
        ? base + "/adfs"
        : base + "/" + principal.tenantId() + "/v2.0";
  }

  private static boolean same(String given, String expected) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
  }
}
