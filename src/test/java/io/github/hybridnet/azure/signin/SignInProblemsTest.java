package io.github.hybridnet.azure.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.azure.FakeArm;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.azure.signin.credential.SignInIdentity;
import io.github.hybridnet.azure.signin.token.SignInBasis;
import org.junit.jupiter.api.Test;

/** The sentences that no other test of this package brings about. */
class SignInProblemsTest {
  @Test
  void aTenantThatNobodyNamed() {
    SignInIdentity user =
        new SignInIdentity(
            FakeArm::credential,
            new SourcedValue("user of the Azure CLI", "az login"),
            null,
            SignInBasis.lasting("test"));
    assertThat(SignInProblems.noSubscription(user))
        .hasMessageContaining(
            "has access to no enabled subscription in the tenant of the credential.");
  }
}
