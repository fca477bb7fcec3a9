package io.github.hybridnet.simulator.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.http.Query;
import io.github.hybridnet.simulator.http.Request;
import io.github.hybridnet.simulator.http.Response;
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
public final class SignIn {
  private static final String ADFS = "adfs";
  private static final List<String> ANY_TENANT = List.of(ADFS, "common", "organizations");

  private final ServicePrincipal principal;
  private final Tokens tokens;
  private final boolean assertions;
  private final InstantSource wall;

  /**
   * Signs in one application.
   *
   * @param principal the application
   * @param tokens what it gets
   * @param assertions whether a client assertion, which cannot be checked here, is accepted
   * @param wall the time in refusals
   */
  public SignIn(ServicePrincipal principal, Tokens tokens, boolean assertions, InstantSource wall) {
    this.principal = principal;
    this.tokens = tokens;
    this.assertions = assertions;
    this.wall = wall;
  }

  /** Answers if the request is one of sign-in; else empty. */
  public Optional<Response> serve(Request request) {
    List<String> path = request.segments();
    String tail =
        path.isEmpty()
            ? ""
            : String.join("/", path.subList(1, path.size())).toLowerCase(Locale.ROOT);
    boolean get = request.method().equals("GET");
    return switch (tail) {
      case "oauth2/v2.0/token", "oauth2/token" ->
          request.method().equals("POST")
              ? Optional.of(correlated(request, errors -> token(request, path.get(0), errors)))
              : Optional.empty();
      case "v2.0/.well-known/openid-configuration", ".well-known/openid-configuration" ->
          get ? Optional.of(configuration(request.base(), path.get(0))) : Optional.empty();
      case "discovery/v2.0/keys", "discovery/keys" ->
          get ? Optional.of(Response.json(200, keys())) : Optional.empty();
      case "discovery/instance" -> get ? Optional.of(instance(request.base())) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** A reason to refuse a request for a token that is in order. */
  public enum Refusal {
    INVALID_CLIENT,
    UNAUTHORIZED_CLIENT,
    TEMPORARILY_UNAVAILABLE
  }

  /** Refuses a request for a token, whatever it says. */
  public Response refuse(Request request, Refusal reason) {
    String tenant = request.segments().get(0);
    return correlated(
        request,
        errors ->
            switch (reason) {
              case INVALID_CLIENT -> errors.wrongSecret(principal.clientId());
              case UNAUTHORIZED_CLIENT -> errors.unknownClient(principal.clientId(), tenant);
              case TEMPORARILY_UNAVAILABLE -> errors.transientError();
            });
  }

  /** Clients of sign-in compare the id that comes back with the one that they sent. */
  private Response correlated(Request request, Function<SignInErrors, Response> answer) {
    Optional<String> sent = request.header("client-request-id").filter(id -> !id.isBlank());
    SignInErrors errors =
        new SignInErrors(wall, sent.orElseGet(() -> UUID.randomUUID().toString()));
    Response response = answer.apply(errors);
    sent.ifPresent(id -> response.with("client-request-id", id));
    return response;
  }

  private Response token(Request request, String tenant, SignInErrors errors) {
    Map<String, String> form = Query.parse(new String(request.body(), StandardCharsets.UTF_8));
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
    return credential(form, errors).orElseGet(() -> granted(request.base(), tenant, form));
  }

  /** The refusal of the credential in the form; empty if it is good. */
  private Optional<Response> credential(Map<String, String> form, SignInErrors errors) {
    if (form.containsKey("client_secret")) {
      return same(form.get("client_secret"), principal.clientSecret())
          ? Optional.empty()
          : Optional.of(errors.wrongSecret(principal.clientId()));
    }
    return assertions && !form.getOrDefault("client_assertion", "").isEmpty()
        ? Optional.empty()
        : Optional.of(errors.noCredential());
  }

  private Response granted(String base, String tenant, Map<String, String> form) {
    String scope = form.getOrDefault("scope", form.getOrDefault("resource", base));
    String audience = scope.replaceFirst("/\\.default$", "");
    ObjectNode body = Json.object().put("token_type", "Bearer");
    body.put("expires_in", Tokens.LIFE.toSeconds()).put("ext_expires_in", Tokens.LIFE.toSeconds());
    body.put("access_token", tokens.issue(principal, issuer(base, tenant), audience));
    return Response.json(200, body);
  }

  private Response configuration(String base, String tenant) {
    String root = base + "/" + tenant;
    boolean adfs = tenant.equalsIgnoreCase(ADFS);
    String version = adfs ? "/oauth2/" : "/oauth2/v2.0/";
    ObjectNode body = Json.object();
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
    return Response.json(200, body);
  }

  private Response instance(String base) {
    ObjectNode body = Json.object();
    body.put(
        "tenant_discovery_endpoint",
        base + "/" + principal.tenantId() + "/v2.0/.well-known/openid-configuration");
    body.put("api-version", "1.1");
    body.putArray("metadata");
    return Response.json(200, body);
  }

  private static ObjectNode keys() {
    ObjectNode body = Json.object();
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
