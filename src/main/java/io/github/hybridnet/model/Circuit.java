package io.github.hybridnet.model;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An ExpressRoute circuit bought from a connectivity provider.
 *
 * @param name its name
 * @param resourceGroup the group it is in, or null for the network's own
 * @param skuTier {@code Local}, {@code Standard} or {@code Premium}
 * @param skuFamily {@code MeteredData} or {@code UnlimitedData}
 * @param provider the provider, where and how much
 * @param allowClassicOperations as in the file, or null
 * @param peerings peerings that the customer configures; empty where the provider does
 * @param authorizations names of the authorizations by which others may connect
 * @param tags tags to set
 * @param origin where it was written
 */
public record Circuit(
    String name,
    @Nullable String resourceGroup,
    String skuTier,
    String skuFamily,
    Provider provider,
    @Nullable Boolean allowClassicOperations,
    List<Peering> peerings,
    List<String> authorizations,
    Map<String, String> tags,
    PropertyLocations origin) {

  /** Copies the collections, which cannot be changed afterwards. */
  public Circuit {
    peerings = List.copyOf(peerings);
    authorizations = List.copyOf(authorizations);
    tags = Map.copyOf(tags);
  }

  Circuit mapSecrets(UnaryOperator<Secret> replacement) {
    return withPeerings(peerings.stream().map(p -> p.mapSecrets(replacement)).toList());
  }

  /** The same circuit in another resource group. */
  Circuit withResourceGroup(@Nullable String group) {
    return new Circuit(
        name,
        group,
        skuTier,
        skuFamily,
        provider,
        allowClassicOperations,
        peerings,
        authorizations,
        tags,
        origin);
  }

  /** The same circuit with other peerings. */
  public Circuit withPeerings(List<Peering> newPeerings) {
    return new Circuit(
        name,
        resourceGroup,
        skuTier,
        skuFamily,
        provider,
        allowClassicOperations,
        newPeerings,
        authorizations,
        tags,
        origin);
  }

  /**
   * What is bought from the connectivity provider.
   *
   * @param name the connectivity provider, spelt as Azure spells it
   * @param peeringLocation where, which is not a region
   * @param bandwidthInMbps how much, in Mbit/s
   */
  public record Provider(String name, String peeringLocation, int bandwidthInMbps) {}
}
