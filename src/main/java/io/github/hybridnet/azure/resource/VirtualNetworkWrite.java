package io.github.hybridnet.azure.resource;

import io.github.hybridnet.arm.ActualResource;
import io.github.hybridnet.arm.BodyMerge;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How an existing virtual network is written. Each subnet has an address of its own. The network is
 * written for the rest, without its peerings: Azure asks for rights on the other network of each
 * peering that is sent ({@code LinkedAuthorizationFailed}, Azure/azure-powershell#13544), and keeps
 * those that are not sent (Azure/arm-template-whatif#163). Its subnets are sent unchanged: before
 * version 2023-09-01 Azure removes those that are left out.
 *
 * @param body what is written to the network, or null when it is not written
 * @param subnets the declared subnets that are written one by one
 */
record VirtualNetworkWrite(@Nullable Map<String, Object> body, List<Map<String, Object>> subnets) {
  private static final String PROPERTIES = "properties";
  private static final String SUBNETS = "subnets";
  private static final String MOVED = ".properties.addressPrefix";
  private static final Set<String> OTHERS = Set.of("properties.virtualNetworkPeerings");
  private static final Pattern SUBNET = Pattern.compile("properties\\.subnets\\[(\\d+)](.*)");

  /**
   * How this change is written.
   *
   * @param body the declared body merged over the actual one
   */
  static VirtualNetworkWrite of(
      ResourceChange resourceChange, ActualResource actual, Map<String, Object> body) {
    List<String> paths =
        resourceChange.differences().stream().map(PropertyDifference::path).toList();
    Map<String, Object> own = BodyMerge.without(body, OTHERS);
    if (exchangePrefixes(paths)) {
      return new VirtualNetworkWrite(own, List.of());
    }
    boolean itself = paths.isEmpty() || subnets(paths).count() < paths.size();
    return new VirtualNetworkWrite(
        itself ? withSubnetsOf(actual, own) : null,
        differing(resourceChange.declared().body(), paths));
  }

  /**
   * Where a subnet moves and another one moves or comes, each may need the place of the other: then
   * only a write of them all can be right.
   */
  private static boolean exchangePrefixes(List<String> paths) {
    long moved = subnets(paths).filter(p -> p.group(2).equals(MOVED)).count();
    long added = subnets(paths).filter(p -> p.group(2).isEmpty()).count();
    return moved > 0 && moved + added > 1;
  }

  private static List<Map<String, Object>> differing(
      Map<String, Object> declared, List<String> paths) {
    List<ResourceBody> all = new ResourceBody(declared).bodies(PROPERTIES, SUBNETS);
    return subnets(paths)
        .map(path -> Integer.parseInt(path.group(1)))
        .distinct()
        .sorted()
        .map(all::get)
        .map(ResourceBody::members)
        .toList();
  }

  private static Stream<Matcher> subnets(List<String> paths) {
    return paths.stream().map(SUBNET::matcher).filter(Matcher::matches);
  }

  private static Map<String, Object> withSubnetsOf(
      ActualResource actual, Map<String, Object> body) {
    Object subnets = actual.properties().value(SUBNETS);
    ResourceBody own = new ResourceBody(body);
    return (subnets == null
            ? own.without(PROPERTIES, SUBNETS)
            : own.with(subnets, PROPERTIES, SUBNETS))
        .members();
  }
}
