/** azure.signin.federation. */
@NullMarked
package io.github.hybridnet.azure.signin.federation;

import org.jspecify.annotations.NullMarked;
