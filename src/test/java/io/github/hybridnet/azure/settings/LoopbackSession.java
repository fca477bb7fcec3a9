package io.github.hybridnet.azure.settings;

import io.github.hybridnet.azure.AzureSession;
import io.github.hybridnet.azure.AzureSession.SessionTime;
import io.github.hybridnet.azure.LoopbackArm;
import io.github.hybridnet.azure.ManualTime;
import io.github.hybridnet.azure.TestCertificate;
import io.github.hybridnet.azure.http.TrafficListener;
import io.github.hybridnet.model.Secret;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of whole sessions have in common: a Resource Manager over TLS on this machine. */
public abstract class LoopbackSession {
  /** Of each test alone: test classes run at the same time, and share static fields of this one. */
  @TempDir public Path directory;

  public TestCertificate certificate;

  public final ManualTime time = new ManualTime();
  public LoopbackArm arm;

  @BeforeEach
  void startArm() throws IOException, GeneralSecurityException {
    certificate = TestCertificate.make(directory);
    arm = new LoopbackArm(certificate.server());
  }

  @AfterEach
  void stopArm() {
    arm.close();
  }

  public final AzureSession open() {
    return open(certificate.pem(), null);
  }

  public final AzureSession open(@Nullable Path pem, @Nullable ProxySettings proxy) {
    return AzureSession.open(
        settings(pem, null),
        principal(),
        proxy,
        new SessionTime(time, time, time),
        TrafficListener.NONE);
  }

  final CloudSettings settings(@Nullable Path pem, @Nullable SourcedValue subscription) {
    return new CloudSettings(
        new CloudTarget.Endpoint(arm.endpoint()), "hybridnet.cloud", pem, subscription, null);
  }

  public static SignInMethod principal() {
    return new SignInMethod.ServicePrincipal(
        "client",
        Secret.of("a-secret", Secret.Source.PROPERTY),
        LoopbackArm.TENANT,
        "settings.xml server prod");
  }

  /** One that a vault on this machine has. */
  public static Secret secret() {
    return Secret.in(
        new Secret.KeyVaultReference(
            "/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv",
            "vpn-key",
            null));
  }
}
