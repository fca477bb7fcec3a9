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
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * The newest API version that this cloud has, because sovereign clouds get versions later, and some
 * regions too. The simulator's owner sets it, or plays a variant in which the network provider
 * lags. Newer versions are refused, and those of a whole cloud are not listed. Codes and texts are
 * those of public reports (Azure/azure-powershell issue 27549, ansible-collections/azure issue
 * 1930).
 */
final class ApiVersionLimit {
  private static final SubscriptionSetting SETTING = new SubscriptionSetting("versions");
  private static final String NEWEST = "newest";
  private static final String LOCATION = "location";
  private static final String NETWORK = "Microsoft.Network";

  /** Of the network provider in a region that lags, as that of the first report. */
  private static final String NEWEST_OF_A_REGION = "2024-03-01";

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

  /** The refusal of a version that this cloud does not have; empty when it has it. */
  Optional<ArmException> refusal(ArmCall call) {
    return newest()
        .or(() -> lagging(isOfNetwork(call), "cloud-lags", "region-lags"))
        .filter(newest -> isNewer(call.apiVersion(), newest))
        .map(newest -> refusal(call, offered(call, newest)));
  }

  private ArmException refusal(ArmCall call, Offer offer) {
    String versions = String.join(", ", offer.versions());
    String text =
        offer.type().isEmpty()
            ? "The api-version '%s' is invalid. The supported versions are '%s'."
                .formatted(call.apiVersion(), versions.replace(", ", ","))
            : ("No registered resource provider found for location '%s' and API version '%s' for"
                    + " type '%s'. The supported api-versions are '%s'. The supported locations are"
                    + " '%s'.")
                .formatted(
                    location(call), call.apiVersion(), offer.type(), versions, location(call));
    String code =
        offer.type().isEmpty() ? "InvalidApiVersionParameter" : "NoRegisteredProviderFound";
    return ArmError.gateway(400, code, text).exception();
  }

  /** What a type has; the type is empty for paths of Resource Manager itself. */
  private record Offer(String type, List<String> versions) {}

  private static Offer offered(ArmCall call, String newest) {
    List<String> segments = call.from(0).stream().map(String::toLowerCase).toList();
    int providers = segments.lastIndexOf("providers");
    boolean own = providers < 0 || providers + 2 >= segments.size();
    String namespace = own ? TypeName.RESOURCES_NAMESPACE : call.segment(providers + 1);
    ObjectNode facts = JsonCodec.object();
    ProviderFacts.of(namespace).ifPresent(known -> known.describe(facts));
    String type = own ? "" : call.segment(providers + 2);
    List<String> versions =
        StreamSupport.stream(facts.path("resourceTypes").spliterator(), false)
            .filter(each -> own || each.path("resourceType").asText().equalsIgnoreCase(type))
            .flatMap(each -> StreamSupport.stream(each.path("apiVersions").spliterator(), false))
            .map(JsonNode::asText)
            .filter(version -> !isNewer(version, newest))
            .distinct()
            .sorted()
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
