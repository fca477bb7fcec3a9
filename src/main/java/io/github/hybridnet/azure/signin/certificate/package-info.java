/** azure.signin.certificate. */
@NullMarked
package io.github.hybridnet.azure.signin.certificate;

import org.jspecify.annotations.NullMarked;
