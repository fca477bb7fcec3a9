package io.github.hybridnet.simulator.variant;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Behaviour of Azure that is not evidenced, or that differs by place and time, with the ways in
 * which it may be. The first value of each is what the simulator does unless another is chosen.
 * {@code docs/azure-behaviour.md} has the evidence.
 */
public enum AzureVariant {
  ER_CONNECTION_STATUS(
      "er-connection-status",
      "connectionStatus of ExpressRoute connections; late: Unknown for five minutes after a change",
      "as-simulated",
      "absent",
      "null",
      "unknown",
      "connected",
      "late"),
  GATEWAY_GENERATION(
      "gateway-generation",
      "vpnGatewayGeneration of virtual network gateways, whatever was declared",
      "as-simulated",
      "none",
      "generation1",
      "generation2"),
  LIST_MEMBERS(
      "list-members",
      "whether lists leave out what a GET has: provisioningState, BGP settings, what is inside",
      "whole",
      "reduced"),
  LETTER_CASE(
      "letter-case",
      "letters of ids, types, regions and enumerations in answers",
      "canonical",
      "lower",
      "upper",
      "regions-as-words"),
  LIST_ORDER(
      "list-order",
      "the order of lists, also inside resources; DNS servers and policies keep theirs",
      "by-creation",
      "reversed",
      "shuffled"),
  EMPTY_MEMBERS(
      "empty-members",
      "members without a value: as recorded, null where they are absent, or absent where they are"
          + " null or empty",
      "as-recorded",
      "null",
      "absent"),
  UNKNOWN_MEMBERS("unknown-members", "members in answers that no model knows", "none", "added"),
  UNKNOWN_VALUES(
      "unknown-values",
      "values of enumerations that no model knows, where the service sets them; not in states of"
          + " operations and tunnels",
      "none",
      "added"),
  ETAG("etag", "ETags, as a header and as a member", "present", "absent"),
  OPERATION_LINKS(
      "operation-links",
      "the headers by which an operation is followed; an inquiry keeps its Location",
      "as-recorded",
      "location-only",
      "regional-host",
      "none"),
  FINISHED_OPERATIONS(
      "finished-operations",
      "polls of operations that have ended: known, or 404 after 15 seconds",
      "kept",
      "gone"),
  AFTER_CREATION(
      "after-creation",
      "the first 15 seconds after a creation has succeeded: a GET answers 404, or writes in a new"
          + " group do",
      "visible",
      "not-found",
      "group-unknown"),
  STALE_READS(
      "stale-reads",
      "the state before a write or a removal that has ended: in a GET and the list of a type for 12"
          + " seconds, or in lists of all types and of groups for five minutes",
      "none",
      "seconds",
      "lists-minutes"),
  STALE_TAGS(
      "stale-tags",
      "tags in a GET: those of a minute ago, or none in the first read of a group and in each fifth"
          + " after it",
      "none",
      "minute",
      "now-and-then"),
  THROTTLING(
      "throttling",
      "how a request in every twenty is refused with 429: the third read, write and poll, and each"
          + " twentieth after it",
      "none",
      "without-retry-after",
      "date",
      "rate-headers"),
  DEPLOYMENT_CONFLICT(
      "deployment-conflict",
      "a template deployment whose connection is answered 409 AnotherOperationInProgress; for other"
          + " types it always fails",
      "waits",
      "fails"),
  DEPLOYMENT_FAILURE(
      "deployment-failure",
      "what a failed template deployment says of each resource: the error, or the status and the"
          + " answer as a text",
      "error",
      "text"),
  EXPRESS_ROUTE_SHARED_KEY(
      "er-shared-key",
      "the shared key of an ExpressRoute connection: 404, or an array where a text belongs",
      "not-found",
      "array"),
  BUSY_REFERENCE(
      "busy-reference",
      "a write that names a resource on which an operation runs: 429 RetryableError, or 400"
          + " ReferencedResourceNotProvisioned, which peerings of networks always get",
      "retryable-error",
      "not-provisioned"),
  VPN_ROUTES_WITHOUT_BGP(
      "vpn-routes-without-bgp",
      "learned routes of a VPN gateway without BGP",
      "empty",
      "not-found",
      "error"),
  BYTE_COUNTERS("byte-counters", "byte counters of connections", "moving", "zero"),
  BGP_PEERS(
      "bgp-peers",
      "the order of BGP peers, states that no document names, or no peers at all",
      "as-simulated",
      "reordered",
      "unknown-states",
      "empty"),
  VPN_ROUTE_WEIGHT(
      "vpn-route-weight",
      "the weight of routes that a VPN gateway learns from a device: 32768, or 100",
      "usual",
      "other"),
  EXPRESS_ROUTE_GATEWAY_ADDRESS(
      "express-route-gateway-address",
      "the public address, of a subscription of Azure, that an ExpressRoute gateway has",
      "hidden",
      "visible"),
  PEERING_KEYS(
      "peering-keys", "sharedKey (MD5) of circuit peerings in answers", "hidden", "returned"),
  PEERING_STATE(
      "peering-state",
      "state of circuit peerings that are not disabled: Enabled, or Active, which no document"
          + " names",
      "enabled",
      "active"),
  AUTHORIZATION_KEYS(
      "authorization-keys",
      "authorizationKey of a circuit's authorizations in answers, as before and since version"
          + " 2025-09-01",
      "shown",
      "hidden"),
  OLD_GATEWAY_ADDRESSES(
      "old-gateway-addresses",
      "the SKU that public addresses of gateways report; basic: without zones",
      "as-declared",
      "basic"),
  DNS_SERVER_ORDER(
      "dns-server-order",
      "the order of DNS servers: as written; a new order of the same servers is ignored; or shown"
          + " the other way round",
      "as-written",
      "fixed",
      "reversed"),
  NETWORK_PEERINGS(
      "network-peerings", "virtualNetworkPeerings of a network in answers", "shown", "omitted"),
  API_VERSIONS(
      "api-versions",
      "API versions of Microsoft.Network: all, or none after 2024-03-01 in the region, or in the"
          + " whole cloud, whose provider then lists no later ones",
      "all",
      "region-lags",
      "cloud-lags"),
  STATE_AFTER_OPERATION(
      "state-after-operation",
      "provisioningState after an operation has succeeded: final, or Updating for 30 seconds more",
      "final",
      "updating"),
  JSON_TYPES(
      "json-types",
      "texts for numbers and truth values in bodies, and the other way: refused, or converted",
      "strict",
      "converted"),
  READ_ONLY_MEMBERS(
      "read-only-members",
      "read-only members that a PUT sends back: ignored, or refused with 400",
      "ignored",
      "refused"),
  TAG_POLICY(
      "tag-policy",
      "a policy that adds tags to whatever is written, also to resource groups",
      "none",
      "adds-tags"),
  IDENTITY(
      "identity",
      "the roles of the client; never drawn from a seed",
      "owner",
      "reader",
      "network-contributor",
      "network-only");

  private final String word;
  private final String about;
  private final List<String> choices;

  AzureVariant(String word, String about, String... choices) {
    this.word = word;
    this.about = about;
    this.choices = List.of(choices);
  }

  /** The name in options and admin calls. */
  public String word() {
    return word;
  }

  /** What it is about, in a few words. */
  public String about() {
    return about;
  }

  /** The ways in which it may be; the first is the default. */
  public List<String> choices() {
    return choices;
  }

  /** What is played if nothing is chosen. */
  public String usual() {
    return choices.get(0);
  }

  /** Whether a seed chooses among its values; what takes rights away is only chosen by name. */
  public boolean drawn() {
    return this != IDENTITY;
  }

  /** The variant of this name. */
  public static Optional<AzureVariant> named(String word) {
    return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
  }
}
