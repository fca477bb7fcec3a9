package io.github.hybridnet.simulator.arm.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.ModuleRegistry;
import io.github.hybridnet.simulator.arm.SubscriptionSetting;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmError;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.arm.id.AzureLocations;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The API versions that this cloud has. Of the network provider they are those that it lists, and
 * any of this year that may have come since; of the others any since 2014, because no list of them
 * is whole.
 *
 * <p>Sovereign clouds get versions later, and some regions too: the simulator's owner sets the
 * newest one, or plays a variant in which the network provider lags. Newer versions are refused,
 * and those of a whole cloud are not listed. Codes and texts are those of public reports
 * (Azure/azure-powershell issue 27549, ansible-collections/azure issue 1930).
 */
final class ApiVersionLimit {
  private static final SubscriptionSetting SETTING = new SubscriptionSetting("versions");
  private static final String NEWEST = "newest";
  private static final String LOCATION = "location";
  private static final String NETWORK = "Microsoft.Network";

  /** Of the network provider in a region that lags, as that of the first report. */
  private static final String NEWEST_OF_A_REGION = "2024-03-01";

  /** Later than all. */
  private static final String LAST = "9999-12-31";

  private static final Pattern POSSIBLE =
      Pattern.compile("20(1[4-9]|2[0-6])-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])(-[A-Za-z0-9.-]+)?");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final int LENGTH_OF_DATE = 10;

  private final World world;

  ApiVersionLimit(World world) {
    this.world = world;
  }

  /** Removes versions that this cloud does not have from a provider's document. */
  ObjectNode applied(ObjectNode provider) {
    boolean lags = NETWORK.equalsIgnoreCase(provider.path("namespace").asText());
    newest()
        .or(() -> lagging(lags, "cloud-lags"))
        .ifPresent(
            newest ->
                provider.path("resourceTypes").forEach(type -> remove((ObjectNode) type, newest)));
    return provider;
  }

  private static void remove(ObjectNode type, String newest) {
    Iterator<JsonNode> versions = type.withArrayProperty("apiVersions").elements();
    while (versions.hasNext()) {
      if (isNewer(versions.next().asText(), newest)) {
        versions.remove();
      }
    }
  }

  /**
   * The refusal of a version that this cloud does not have; empty when it has it. The owner's limit
   * is for clients; what a template names is not limited.
   */
  Optional<ArmException> refusal(ArmCall call) {
    Optional<String> newest =
        call.isOfTheCloud()
            ? Optional.empty()
            : newest().or(() -> lagging(isOfNetwork(call), "cloud-lags", "region-lags"));
    boolean late = newest.filter(limit -> isNewer(call.apiVersion(), limit)).isPresent();
    return late || !exists(call)
        ? Optional.of(refusal(call, offered(call, newest.orElse(LAST))))
        : Optional.empty();
  }

  private static boolean exists(ArmCall call) {
    if (!POSSIBLE.matcher(call.apiVersion()).matches()) {
      return false;
    }
    List<String> listed = isOfNetwork(call) ? offered(call, LAST).versions() : List.of();
    return listed.isEmpty()
        || listed.contains(call.apiVersion())
        || isNewer(call.apiVersion(), listed.get(listed.size() - 1));
  }

  private ArmException refusal(ArmCall call, Offer offer) {
    List<String> newestFirst = new ArrayList<>(offer.versions());
    Collections.reverse(newestFirst);
    boolean own = offer.type().isEmpty();
    String text =
        own
            ? "The api-version '%s' is invalid. The supported versions are '%s'."
                .formatted(call.apiVersion(), String.join(",", newestFirst))
            : ("No registered resource provider found for location '%s' and API version '%s' for"
                    + " type '%s'. The supported api-versions are '%s'. The supported locations are"
                    + " '%s'.")
                .formatted(
                    location(call),
                    call.apiVersion(),
                    offer.type(),
                    String.join(", ", offer.versions()),
                    location(call));
    String code = own ? "InvalidApiVersionParameter" : "NoRegisteredProviderFound";
    return ArmError.gateway(400, code, text).exception();
  }

  /** What a type has, oldest first; the type is empty for paths of Resource Manager itself. */
  private record Offer(String type, List<String> versions) {}

  private static Offer offered(ArmCall call, String newest) {
    List<String> segments = call.from(0).stream().map(String::toLowerCase).toList();
    int providers = segments.lastIndexOf("providers");
    boolean own = providers < 0 || providers + 2 >= segments.size();
    String namespace = own ? TypeName.RESOURCES_NAMESPACE : call.segment(providers + 1);
    String type = own ? "" : call.segment(providers + 2);
    List<String> versions =
        ProviderFacts.versions(namespace, type).stream()
            .filter(version -> !isNewer(version, newest))
            .toList();
    return new Offer(type, versions);
  }

  /** Of what is written, else of the resource, else of its group. */
  private String location(ArmCall call) {
    Optional<ArmId> id = ArmId.parse("/" + String.join("/", call.from(0)));
    JsonNode body = call.reads() ? null : call.body();
    return Optional.ofNullable(body)
        .map(sent -> AzureLocations.normalise(sent.path(LOCATION).asText("")))
        .filter(name -> !name.isEmpty())
        .or(() -> id.filter(ArmId::isResource).flatMap(this::location))
        .or(() -> id.flatMap(world::group).map(group -> group.path(LOCATION).asText()))
        .orElse("global");
  }

  private Optional<String> location(ArmId id) {
    return world
        .resources()
        .find(id.root())
        .map(root -> root.path(LOCATION).asText(""))
        .filter(name -> !name.isEmpty());
  }

  private static boolean isOfNetwork(ArmCall call) {
    List<String> segments = call.from(0).stream().map(String::toLowerCase).toList();
    int providers = segments.lastIndexOf("providers");
    return providers >= 0
        && providers + 2 < segments.size()
        && call.segment(providers + 1).equalsIgnoreCase(NETWORK);
  }

  private Optional<String> lagging(boolean possible, String... values) {
    String variant = world.behaviour().variants().current().of(AzureVariant.API_VERSIONS);
    return Optional.of(NEWEST_OF_A_REGION)
        .filter(version -> possible && List.of(values).contains(variant));
  }

  private static boolean isNewer(String version, String newest) {
    String date = version.substring(0, Math.min(LENGTH_OF_DATE, version.length()));
    return date.compareTo(newest) > 0;
  }

  private Optional<String> newest() {
    return SETTING.find(world).map(note -> note.path(NEWEST).asText());
  }

  /** Registers the admin calls on {@code versions}. */
  static void register(ModuleRegistry moduleRegistry) {
    SETTING.register(
        moduleRegistry,
        world -> SETTING.find(world).orElseGet(JsonCodec::object),
        (world, body) -> read(body));
  }

  private static ObjectNode read(JsonNode body) {
    String newest = body.path(NEWEST).asText();
    if (!DATE.matcher(newest).matches()) {
      throw ArmErrors.invalidRequestContent("'newest' must be a version, as in 2024-03-01");
    }
    return JsonCodec.object().put(NEWEST, newest);
  }
}
