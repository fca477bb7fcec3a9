package io.github.hybridnet.config;

import io.github.hybridnet.config.file.FileContentProblems;
import io.github.hybridnet.config.json.Node;
import io.github.hybridnet.config.mapping.MemberReader;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.GatewayDeclaration;
import io.github.hybridnet.model.HybridNetwork;
import io.github.hybridnet.model.NetworkReference;
import io.github.hybridnet.model.NetworkSecurityGroups;
import io.github.hybridnet.model.SourceLocation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides which resource group a network goes to, of what was asked for and what files name. */
final class ResourceGroupResolver {
  private static final String PROPERTY = "resourceGroup";

  private final @Nullable String chosen;
  private final List<Finding> findings;

  ResourceGroupResolver(@Nullable String chosen, List<Finding> findings) {
    this.chosen = chosen;
    this.findings = findings;
  }

  /**
   * The resource group, or null where nothing names one.
   *
   * @param network what the files declare
   * @param ownFile the network's own file, or null where it was not read
   */
  @Nullable String group(HybridNetwork network, @Nullable Node ownFile) {
    NetworkReference vpn = reference(network.vpn());
    NetworkReference expressRoute = reference(network.expressRoute());
    String group = chosen;
    if (group == null) {
      reportDifference(vpn, expressRoute);
      group = first(vpn, expressRoute);
    } else {
      reportOverrides(group, vpn, expressRoute, reference(network.networkSecurityGroups()));
    }
    if (ownFile != null && group != null) {
      reportOwn(ownFile, group);
    }
    return group;
  }

  /** Reports a group that the network's own file names and that is not the one it goes to. */
  private void reportOwn(Node root, String group) {
    MemberReader settings = MemberReader.of(MemberReader.setting(root, "virtualNetworkSettings"));
    String own = settings.text(PROPERTY);
    Node node = settings.node(PROPERTY);
    if (own != null && node != null && !own.equalsIgnoreCase(group)) {
      findings.add(
          chosen == null
              ? FileContentProblems.otherGroup(own, group, node.place())
              : FileContentProblems.resourceGroupOverridden(chosen, own, node.place()));
    }
  }

  private void reportOverrides(String group, @Nullable NetworkReference... references) {
    for (NetworkReference reference : references) {
      String declared = reference == null ? null : reference.resourceGroup();
      if (declared != null && !declared.equalsIgnoreCase(group)) {
        findings.add(
            FileContentProblems.resourceGroupOverridden(group, declared, place(reference)));
      }
    }
  }

  private void reportDifference(@Nullable NetworkReference a, @Nullable NetworkReference b) {
    if (a == null || b == null || a.resourceGroup() == null || b.resourceGroup() == null) {
      return;
    }
    String ofA = a.resourceGroup();
    String ofB = b.resourceGroup();
    if (!ofA.equalsIgnoreCase(ofB)) {
      findings.add(FileContentProblems.resourceGroupsDiffer(ofA, place(a), ofB, place(b)));
      findings.add(FileContentProblems.resourceGroupsDiffer(ofB, place(b), ofA, place(a)));
    }
  }

  private static @Nullable String first(@Nullable NetworkReference... references) {
    return Stream.of(references)
        .filter(Objects::nonNull)
        .map(NetworkReference::resourceGroup)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable NetworkReference reference(@Nullable GatewayDeclaration declaration) {
    return declaration == null ? null : declaration.network();
  }

  private static @Nullable NetworkReference reference(@Nullable NetworkSecurityGroups groups) {
    return groups == null ? null : groups.network();
  }

  private static SourceLocation place(NetworkReference reference) {
    return reference.origin().at(PROPERTY);
  }
}
