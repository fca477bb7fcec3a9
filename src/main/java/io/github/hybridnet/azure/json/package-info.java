/** JSON as maps, with secrets that nothing prints. */
@NullMarked
package io.github.hybridnet.azure.json;

import org.jspecify.annotations.NullMarked;
