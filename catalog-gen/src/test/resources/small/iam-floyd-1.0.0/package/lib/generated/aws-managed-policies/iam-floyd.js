"use strict";
exports.AwsManagedPolicy = void 0;
/** Left out */
AwsManagedPolicy.ReadOnlyAccess = 'ReadOnlyAccess';
/** Left out */
AwsManagedPolicy.AlphaRole = 'service-role/Alpha-Role';
exports.AwsManagedPolicy = AwsManagedPolicy;
