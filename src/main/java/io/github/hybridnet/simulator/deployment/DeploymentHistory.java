package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.error.ArmException;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.authorization.ResourceLocks;
import io.github.hybridnet.simulator.deployment.run.DeploymentStore;
import io.github.hybridnet.simulator.deployment.run.TemplateDeployment;
import io.github.hybridnet.simulator.deployment.template.DeploymentErrors;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names of a group's deployments and how many of them are kept: 800 at most. Resource Manager
 * removes the oldest once there are more than 775, unless a lock forbids it (MicrosoftDocs,
 * deployment-history-deletions).
 */
final class DeploymentHistory {
  private static final int QUOTA = 800;
  private static final int FULL = 775;
  private static final int KEPT = 750;
  private static final int LONGEST_NAME = 64;
  private static final Pattern OTHERS = Pattern.compile("[^\\p{Alnum}_().-]");

  private final World world;

  DeploymentHistory(World world) {
    this.world = world;
  }

  /**
   * Refuses a deployment that may not be made, also if it is only validated.
   *
   * @throws ArmException if its name is none, or if there is no room for it
   */
  void refuse(ArmId id) {
    String name = id.name();
    String invalid =
        OTHERS
            .matcher(name)
            .results()
            .map(hit -> hit.group())
            .distinct()
            .collect(Collectors.joining());
    if (!invalid.isEmpty()) {
      throw DeploymentErrors.invalidCharacters(name, invalid);
    }
    if (name.length() > LONGEST_NAME) {
      throw DeploymentErrors.nameTooLong(name, LONGEST_NAME);
    }
    int count = stored(id).size();
    if (count >= QUOTA && world.resources().find(id).isEmpty()) {
      throw DeploymentErrors.quotaExceeded(name, QUOTA, count);
    }
  }

  /** Removes the oldest ones of a group that has too many. */
  void trim(ArmId group) {
    if (stored(group).size() <= FULL || new ResourceLocks(world).forbidDeletion(group)) {
      return;
    }
    DeploymentStore deploymentStore = new DeploymentStore(world);
    List<TemplateDeployment> all = deploymentStore.in(group);
    all.stream()
        .filter(each -> !each.state().active())
        .sorted(Comparator.comparing(TemplateDeployment::started))
        .limit(all.size() - KEPT)
        .forEach(each -> deploymentStore.remove(each.id()));
  }

  private List<ObjectNode> stored(ArmId inGroup) {
    return world.resources().inGroup(inGroup.group(), DeploymentStore.TYPE);
  }
}
