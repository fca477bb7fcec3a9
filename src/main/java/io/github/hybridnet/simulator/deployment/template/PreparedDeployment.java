package io.github.hybridnet.simulator.deployment.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.authorization.WritePolicies;
import io.github.hybridnet.simulator.deployment.language.TemplateEvaluator;
import io.github.hybridnet.simulator.deployment.language.TemplateException;
import io.github.hybridnet.simulator.deployment.template.SourcePositions.Position;
import io.github.hybridnet.simulator.http.ServerResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Everything that is determined and checked before anything is deployed.
 *
 * @param submission what was asked for
 * @param parameters the values of its parameters
 * @param scope what its expressions see
 * @param plan its resources
 */
public record PreparedDeployment(
    DeploymentRequest submission,
    TemplateParameters parameters,
    TemplateScope scope,
    TemplatePlan plan) {

  /**
   * Checks a deployment and orders its resources.
   *
   * @throws DeploymentRefusedException if the template is not valid
   */
  public static PreparedDeployment of(World world, ArmId id, DeploymentRequest deploymentRequest) {
    TemplateParameters parameters = new TemplateParameters(deploymentRequest);
    DeploymentContext deploymentContext =
        new DeploymentContext(world, id, deploymentRequest.template(), deploymentRequest.mode());
    TemplateScope scope =
        new TemplateScope(
            deploymentContext,
            deploymentRequest.template(),
            parameters::value,
            TemplateScope::noReference);
    parameters.resolve(scope.evaluator());
    TemplatePlan templatePlan =
        new TemplatePlanBuilder(scope, id.group(), deploymentRequest.positions())
            .build(deploymentRequest.template());
    PreparedDeployment preparedDeployment =
        new PreparedDeployment(deploymentRequest, parameters, scope, templatePlan);
    preparedDeployment.refuseUnknownTypes(world, id);
    templatePlan.resources().stream()
        .filter(PlannedResource::deployed)
        .forEach(preparedDeployment::preview);
    preparedDeployment.checkOutputs();
    preparedDeployment.refuseByPolicy(world, id);
    return preparedDeployment;
  }

  /** The body of a resource, with what only its deployment can tell left as it is. */
  public ObjectNode preview(PlannedResource resource) {
    try {
      TemplateEvaluator templateEvaluator = new TemplateEvaluator(scope, resource.loops());
      return resource.body(templateEvaluator.keeping(PlannedResource::needsState));
    } catch (TemplateException e) {
      throw TemplatePlanBuilder.invalid(resource.name(), resource.at(), e);
    }
  }

  private void checkOutputs() {
    TemplateEvaluator templateEvaluator = scope.evaluator().keeping(PlannedResource::needsState);
    for (Map.Entry<String, JsonNode> output : submission.template().path("outputs").properties()) {
      if (output.getValue().has("copy")) {
        continue;
      }
      try {
        templateEvaluator.evaluate(output.getValue());
      } catch (TemplateException e) {
        Position at =
            submission.positions().at(DeploymentRequest.TEMPLATE + "/outputs/" + output.getKey());
        throw DeploymentErrors.invalidTemplate(
            "The template output '%s' at line '%d' and column '%d' is not valid: %s"
                .formatted(output.getKey(), at.line(), at.column(), e.sentence()),
            at);
      }
    }
  }

  private void refuseByPolicy(World world, ArmId deployment) {
    WritePolicies writePolicies = new WritePolicies(world);
    List<ObjectNode> details = new ArrayList<>();
    for (PlannedResource resource : plan.resources()) {
      if (resource.deployed()) {
        writePolicies
            .refusal(resource.id(), preview(resource))
            .map(refusal -> DeploymentErrors.error(refusal.code(), refusal.message()))
            .map(error -> error.put("target", resource.name()))
            .ifPresent(details::add);
      }
    }
    if (!details.isEmpty()) {
      throw DeploymentErrors.disallowed(deployment.name(), world.ids().guid(), details);
    }
  }

  private void refuseUnknownTypes(World world, ArmId deployment) {
    Set<String> asked = new LinkedHashSet<>();
    for (PlannedResource resource : plan.resources()) {
      ArmId id = resource.id();
      if (!asked.add(id.type() + " " + resource.apiVersion())) {
        continue;
      }
      String path = id.toString();
      String collection = path.substring(0, path.lastIndexOf('/'));
      ServerResponse answer = world.send("GET", collection, resource.apiVersion(), null);
      JsonNode error = answer.body().map(body -> body.path("error")).orElseThrow();
      String code = error.path("code").asText().toLowerCase(Locale.ROOT);
      // Whatever else is refused may be different when its turn comes.
      if (code.startsWith("invalidresource") || code.startsWith("invalidapiversion")) {
        throw DeploymentErrors.invalidDeployment(deployment.name(), world.ids().guid(), error);
      }
    }
  }
}
