/** text. */
@NullMarked
package io.github.hybridnet.text;

import org.jspecify.annotations.NullMarked;
