// Stands in for packages that are required but never used.
module.exports = {};
