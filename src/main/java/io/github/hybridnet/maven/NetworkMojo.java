package io.github.hybridnet.maven;

import io.github.hybridnet.app.deploy.DeployNetworkGoal;
import io.github.hybridnet.maven.parameter.ChoiceParameter;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** The common part of {@code deploy-network} and {@code plan}. */
abstract class NetworkMojo extends WritingMojo {

  /**
   * Whether to build everything except the ExpressRoute connection while the circuit is not
   * provisioned, and to report what is missing.
   */
  @Parameter(property = "hybridnet.deferExpressRoute", defaultValue = "false")
  private boolean deferExpressRoute;

  /**
   * {@code parallel} builds both gateways at once; {@code serial} builds the ExpressRoute gateway
   * first.
   */
  @Parameter(property = "hybridnet.gateways", defaultValue = "parallel")
  private String gateways;

  NetworkMojo(SettingsDecrypter decrypter) {
    super(decrypter);
  }

  final DeployNetworkGoal.Request request(@Nullable String allowReplace, boolean allowOutage) {
    boolean inSeries = ChoiceParameter.GATEWAYS.parse(gateways).equals("serial");
    return new DeployNetworkGoal.Request(
        location(),
        deferExpressRoute,
        inSeries,
        allowReplace == null ? "" : allowReplace,
        allowOutage);
  }
}
