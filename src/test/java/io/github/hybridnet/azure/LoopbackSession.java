package io.github.hybridnet.azure;

import io.github.hybridnet.azure.AzureSession.Time;
import io.github.hybridnet.model.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of whole sessions have in common: a Resource Manager over TLS on this machine. */
abstract class LoopbackSession {
  @TempDir static Path directory;
  static TestCertificate certificate;

  final ManualTime time = new ManualTime();
  LoopbackArm arm;

  @BeforeAll
  static void makeCertificate() throws Exception {
    certificate = TestCertificate.make(directory);
  }

  @BeforeEach
  void startArm() throws IOException, GeneralSecurityException {
    arm = new LoopbackArm(certificate.server());
  }

  @AfterEach
  void stopArm() {
    arm.close();
  }

  final AzureSession open() {
    return open(certificate.pem(), null);
  }

  final AzureSession open(@Nullable Path pem, @Nullable ProxySettings proxy) {
    return AzureSession.open(settings(pem, null), principal(), proxy, new Time(time, time, time));
  }

  final CloudSettings settings(@Nullable Path pem, @Nullable Sourced subscription) {
    return new CloudSettings(
        new CloudTarget.Endpoint(arm.endpoint()), "hybridnet.cloud", pem, subscription, null);
  }

  static SignIn principal() {
    return new SignIn.ServicePrincipal(
        "client",
        Secret.of("a-secret", Secret.Source.PROPERTY),
        LoopbackArm.TENANT,
        "settings.xml server prod");
  }

  /** One that a vault on this machine has. */
  static Secret secret() {
    return Secret.in(
        new Secret.KeyVaultReference(
            "/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv",
            "vpn-key",
            null));
  }
}
