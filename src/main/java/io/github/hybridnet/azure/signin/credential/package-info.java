/** azure.signin.credential. */
@NullMarked
package io.github.hybridnet.azure.signin.credential;

import org.jspecify.annotations.NullMarked;
