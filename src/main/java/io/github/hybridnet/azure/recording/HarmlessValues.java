package io.github.hybridnet.azure.recording;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which texts may be recorded as they are: states, types, regions, SKUs, times and error codes of
 * Azure, in the members where Azure has them. Everything else is replaced.
 */
final class HarmlessValues {
  /** Members whose values Azure chooses from a list; a value that is no word is replaced too. */
  private static final Set<String> LISTED =
      lowerCase(
          "provisioningState connectionStatus connectionType connectionMode connectionProtocol"
              + " gatewayType vpnType vpnGatewayGeneration publicIPAllocationMethod"
              + " privateIPAllocationMethod publicIPAddressVersion privateIPAddressVersion tier"
              + " family circuitProvisioningState serviceProviderProvisioningState peeringType"
              + " state authorizationUseStatus location locations type status protocol access"
              + " direction sourcePortRange sourcePortRanges destinationPortRange"
              + " destinationPortRanges sourceAddressPrefix sourceAddressPrefixes"
              + " destinationAddressPrefix destinationAddressPrefixes origin ipsecEncryption"
              + " ipsecIntegrity ikeEncryption ikeIntegrity dhGroup pfsGroup level zones"
              + " privateEndpointNetworkPolicies privateLinkServiceNetworkPolicies"
              + " privateEndpointVNetPolicies advertisedPublicPrefixesState serviceProviderName"
              + " peeringLocation registrationState namespace resourceType apiVersions code"
              + " connectionState adminState protectionMode resiliencyModel apiVersion"
              + " vpnClientProtocols vpnAuthenticationTypes defaultApiVersion");

  /** Names that mean the same in each network. */
  private static final Set<String> NAMES =
      lowerCase(
          "GatewaySubnet AzureFirewallSubnet AzureBastionSubnet RouteServerSubnet"
              + " AzurePrivatePeering AzurePublicPeering MicrosoftPeering AllowVnetInBound"
              + " AllowAzureLoadBalancerInBound DenyAllInBound AllowVnetOutBound"
              + " AllowInternetOutBound DenyAllOutBound primary secondary default");

  /** Members whose values have spaces, such as {@code West US 2}. */
  private static final Set<String> PLACES =
      lowerCase("location locations peeringLocation serviceProviderName");

  private static final Pattern WORD =
      Pattern.compile(
          "[A-Za-z][A-Za-z0-9_.+/-]{0,79}|\\*|\\d{1,5}(-\\d{1,5})?|\\d{4}-\\d\\d-\\d\\d"
              + "(-preview)?");
  private static final Pattern PLACE = Pattern.compile("[A-Za-z][A-Za-z0-9_.+ /()-]{0,79}");
  private static final Pattern TIME =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|\\+00:00)?");
  private static final Pattern MEMBER = Pattern.compile("[$@]?[A-Za-z][A-Za-z0-9.]{0,63}");

  private HarmlessValues() {}

  /**
   * Whether a text may stay.
   *
   * @param parent the member that holds the object with this member, such as {@code sku}
   */
  static boolean isHarmless(String parent, String member, String text) {
    boolean listed =
        LISTED.contains(member.toLowerCase(Locale.ROOT))
            || (parent.equalsIgnoreCase("sku") && member.equalsIgnoreCase("name"));
    return (listed && WORD.matcher(text).matches())
        || (PLACES.contains(member.toLowerCase(Locale.ROOT)) && PLACE.matcher(text).matches())
        || TIME.matcher(text).matches();
  }

  /** Whether a name means the same in each network. */
  static boolean isCommonName(String name) {
    return NAMES.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether a member's name may be one of Azure's. */
  static boolean isMember(String name) {
    return MEMBER.matcher(name).matches();
  }

  private static Set<String> lowerCase(String words) {
    return Stream.of(words.toLowerCase(Locale.ROOT).split(" ", -1))
        .collect(Collectors.toUnmodifiableSet());
  }
}
